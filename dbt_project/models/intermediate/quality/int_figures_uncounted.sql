with figures as (
    select * from {{ ref('int_figures_current') }}
),

indicators as (
    select * from {{ ref('indicators') }}
),

counted as (
    select distinct
        unit_key,
        indicator_code
    from {{ ref('int_readings_of_contributors') }}
),

final as (
    select
        'not_a_contributor' as kind,
        figures.indicator_code as subject,
        coalesce(indicators.name_vi, figures.indicator_code) as value,
        figures.agency_key,
        figures.unit_key,
        figures.period_key,
        figures.source_sha256,
        figures.source_path,
        figures.source_place,
        figures.received_at
    from figures
    left join counted
        on figures.unit_key = counted.unit_key and figures.indicator_code = counted.indicator_code
    left join indicators
        on figures.indicator_code = indicators.code
    where counted.unit_key is null and figures.state <> 'not_applicable'
)

select * from final
