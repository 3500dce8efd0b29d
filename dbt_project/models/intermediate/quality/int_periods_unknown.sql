with spoken_of as (
    {%- for model in ['stg_results__submissions', 'stg_registers__obligations'] %}
    {% if not loop.first %}union all{% endif %}
    select
        agency_key,
        unit_key,
        period_key,
        source_sha256,
        source_path,
        source_place,
        received_at
    from {{ ref(model) }}
    {%- endfor %}
),

periods as (
    select * from {{ ref('int_reporting_periods') }}
),

final as (
    select
        'unknown_period' as kind,
        spoken_of.period_key as subject,
        spoken_of.period_key as value,
        spoken_of.agency_key,
        spoken_of.unit_key,
        spoken_of.period_key,
        spoken_of.source_sha256,
        spoken_of.source_path,
        spoken_of.source_place,
        spoken_of.received_at
    from spoken_of
    left join periods
        on spoken_of.agency_key = periods.agency_key and spoken_of.period_key = periods.period_key
    where periods.period_key is null
)

select * from final
