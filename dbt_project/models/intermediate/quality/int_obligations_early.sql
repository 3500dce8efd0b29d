with obligations as (
    select * from {{ ref('int_obligations') }}
),

units as (
    select * from {{ ref('int_units') }}
),

final as (
    select
        'obligation_before_plan' as kind,
        coalesce(units.unit_name, obligations.unit_key) as subject,
        obligations.period_key as value,
        strftime(obligations.window_to, '%d/%m/%Y') as value_a,
        strftime(obligations.first_plan_date, '%d/%m/%Y') as value_b,
        obligations.agency_key,
        obligations.unit_key,
        obligations.period_key,
        obligations.source_sha256,
        obligations.source_path,
        obligations.source_place,
        obligations.received_at
    from obligations
    left join units
        on obligations.unit_key = units.unit_key
    where not obligations.is_expected
)

select * from final
