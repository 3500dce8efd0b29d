with amendments as (
    select * from {{ ref('int_plans_amended') }}
),

dates as (
    select * from {{ ref('int_plans_effective') }}
),

plans as (
    select * from {{ ref('stg_plans__plans') }}
),

final as (
    select
        case when amending.is_dated then 'amendment_before_plan' else 'amendment_undated' end as kind,
        amendments.amended_plan_key as subject,
        coalesce(amended.number, amended.plan_key) as value,
        strftime(amendments.effective_date, '%d/%m/%Y') as value_a,
        array_to_string(list_reverse(string_split(plans.issued_date, '-')), '/') as value_b,
        plans.agency_key,
        amendments.plan_key,
        plans.source_sha256,
        plans.source_path,
        plans.source_place,
        plans.received_at
    from amendments
    inner join dates as amending
        on amendments.plan_key = amending.plan_key
    inner join dates as amended
        on amendments.amended_plan_key = amended.plan_key
    inner join plans
        on amendments.plan_key = plans.plan_key
    -- Only what surely came first is said to: an assumed day proves nothing.
    where not amending.is_dated or (amended.is_dated and amending.effective_date < amended.effective_date)
)

select * from final
