with figures as (
    select * from {{ ref('stg_results__figures') }}
),

indicators as (
    select * from {{ ref('indicators') }}
),

final as (
    select
        'unknown_indicator' as kind,
        figures.indicator_code as subject,
        figures.indicator_code as value,
        figures.agency_key,
        figures.unit_key,
        figures.period_key,
        figures.source_sha256,
        figures.source_path,
        figures.source_place,
        figures.received_at
    from figures
    left join indicators
        on figures.indicator_code = indicators.code
    where indicators.code is null
)

select * from final
