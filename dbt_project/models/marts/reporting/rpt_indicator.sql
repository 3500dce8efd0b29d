with kinds as (
    select
        indicator_code,
        trim(unnest(string_split(contributing_unit_kinds, '|'))) as unit_kind
    from {{ ref('dim_indicator') }}
),

contributors as (
    select
        kinds.indicator_code,
        string_agg(words.word, '; ' order by words.code_order) as unit_kind_names
    from kinds
    inner join {{ ref('code_words') }} as words
        on kinds.unit_kind = words.code and words.domain = 'unit_kind'
    group by kinds.indicator_code
),

components as (
    select
        indicator_code,
        string_agg(index_name || ': ' || component_name, '; ' order by index_code, component_code) as index_components
    from {{ ref('rpt_indicator_index') }}
    group by indicator_code
),

targets as (
    select
        targets.indicator_code,
        count(*) as targets,
        count(distinct targets.plan_key) as plans
    from {{ ref('fct_target') }} as targets
    inner join {{ ref('dim_plan') }} as plans
        on targets.plan_key = plans.plan_key and plans.is_in_force
    where targets.is_current and not targets.is_repeat
    group by targets.indicator_code
),

results as (
    select
        indicator_code,
        count(*) as results
    from {{ ref('fct_indicator_result') }}
    group by indicator_code
)

select
    indicators.indicator_code,
    indicators.indicator_name,
    indicators.reform_area,
    areas.reform_area_name,
    areas.area_order,
    indicators.unit,
    indicators.direction,
    indicators.value_kind,
    {{ formula_words('indicators') }} as formula,
    indicators.numerator_definition,
    indicators.denominator_definition,
    indicators.aggregation_over_units,
    indicators.aggregation_over_periods,
    indicators.contributing_unit_kinds,
    -- What the agency itself reports upward holds its units' figures already.
    case when indicators.contributing_unit_kinds = 'all' then 'Mọi đơn vị' else contributors.unit_kind_names end
        as contributing_units,
    indicators.frequency,
    indicators.tolerance_points,
    components.index_components,
    cast(coalesce(targets.targets, 0) as integer) as targets,
    cast(coalesce(targets.plans, 0) as integer) as plans,
    cast(coalesce(results.results, 0) as integer) as results
from {{ ref('dim_indicator') }} as indicators
left join {{ ref('dim_reform_area') }} as areas
    on indicators.reform_area = areas.reform_area
left join contributors on indicators.indicator_code = contributors.indicator_code
left join components on indicators.indicator_code = components.indicator_code
left join targets on indicators.indicator_code = targets.indicator_code
left join results on indicators.indicator_code = results.indicator_code
