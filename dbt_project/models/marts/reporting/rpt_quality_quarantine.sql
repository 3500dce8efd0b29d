with held_back as (
    select * from {{ ref('int_quarantine_current') }}
),

units as (
    select * from {{ ref('dim_unit') }}
),

indicators as (
    select * from {{ ref('dim_indicator') }}
),

periods as (
    select * from {{ ref('dim_agency_period') }}
),

kinds as (
    select * from {{ ref('finding_kinds') }}
),

final as (
    select
        held_back.source_path,
        held_back.source_place,
        held_back.source_sha256,
        held_back.agency_key,
        agencies.agency_name,
        held_back.unit_key,
        units.unit_name,
        held_back.period_key,
        periods.period_name,
        held_back.indicator_code,
        indicators.indicator_name,
        held_back.column_name,
        held_back.value,
        held_back.rule,
        coalesce(kinds.kind_name, held_back.rule) as rule_name
    from held_back
    left join units
        on held_back.unit_key = units.unit_key
    left join indicators
        on held_back.indicator_code = indicators.indicator_code
    left join periods
        on held_back.agency_key = periods.agency_key and held_back.period_key = periods.period_key
    left join kinds
        on held_back.rule = kinds.kind
    left join {{ ref('dim_agency') }} as agencies
        on held_back.agency_key = agencies.agency_key
)

select * from final
