with asked as (
    select
        forms.*,
        asked.indicator_code,
        asked.targets
    from {{ ref('int_forms') }} as forms
    inner join {{ ref('int_indicators_asked') }} as asked
        on forms.agency_key = asked.agency_key and forms.period_key = asked.period_key
),

known as (
    -- The year so far as last reported before the window; it can be added to only where it ends the day before.
    select
        asked.unit_key,
        asked.period_key,
        asked.indicator_code,
        results.year_to_date_numerator as previous,
        results.window_to as previous_to
    from asked
    inner join {{ ref('fct_indicator_result') }} as results
        on
            asked.unit_key = results.unit_key
            and asked.indicator_code = results.indicator_code
            and asked.previous_to >= results.window_to
            and (asked.is_cumulative or asked.previous_to = results.window_to)
    inner join {{ ref('int_reporting_periods') }} as periods
        on
            results.agency_key = periods.agency_key
            and results.period_key = periods.period_key
            and asked.period_year = periods.period_year
    where results.year_to_date_state in ('reported', 'nothing_arose')
    qualify
        row_number() over (
            partition by asked.unit_key, asked.period_key, asked.indicator_code
            order by results.window_to desc, periods.is_cumulative desc, results.period_key asc
        ) = 1
)

select
    asked.unit_key,
    asked.period_key,
    asked.indicator_code,
    asked.agency_key,
    cast(
        row_number() over (
            partition by asked.unit_key, asked.period_key
            order by areas.area_order, asked.indicator_code
        ) as integer
    ) as sort_order,
    indicators.indicator_name,
    indicators.unit,
    {{ form_entry('indicators') }} as entry,
    {{ is_counted_whole('indicators') }} as is_whole,
    indicators.aggregation_over_periods in ('ratio_of_sums', 'flow_sum') as is_additive,
    known.previous,
    case when known.previous is not null then known.previous_to end as previous_to,
    indicators.numerator_definition,
    indicators.denominator_definition,
    asked.targets
from asked
inner join {{ ref('dim_indicator') }} as indicators
    on asked.indicator_code = indicators.indicator_code
left join {{ ref('dim_reform_area') }} as areas
    on indicators.reform_area = areas.reform_area
left join known
    on
        asked.unit_key = known.unit_key
        and asked.period_key = known.period_key
        and asked.indicator_code = known.indicator_code
where
    indicators.contributing_unit_kinds = 'all'
    or list_contains(string_split(indicators.contributing_unit_kinds, '|'), asked.unit_kind)
