with concerned as (
    select
        coalesce(expected.agency_key, readings.agency_key) as agency_key,
        coalesce(expected.unit_key, readings.unit_key) as unit_key,
        coalesce(expected.indicator_code, readings.indicator_code) as indicator_code,
        coalesce(expected.period_key, readings.period_key) as period_key,
        expected.due_date,
        coalesce(readings.state, 'not_reported') as state,
        readings.numerator,
        readings.denominator,
        readings.value,
        readings.is_rate_typed,
        readings.quarter_numerator,
        readings.is_quarter_end,
        coalesce(readings.is_carried, false) as is_carried,
        readings.is_simulated
    from {{ ref('int_contributions_so_far') }} as expected
    full outer join {{ ref('int_readings_of_contributors') }} as readings
        on
            expected.unit_key = readings.unit_key
            and expected.indicator_code = readings.indicator_code
            and expected.period_key = readings.period_key
)

select
    agency_key,
    indicator_code,
    period_key,
    max(due_date) as due_date,
    -- "n of N" counts contributors only: a unit that the indicator does not apply to is none.
    count(*) filter (where state <> 'not_applicable') as units_concerned,
    count(*) filter (where state = 'not_applicable') as units_not_applicable,
    count(*) filter (where state in ('reported', 'nothing_arose')) as units_reported,
    count(*) filter (where state in ('reported', 'nothing_arose') and is_carried) as units_carried,
    count(*) filter (where state = 'reported') as units_with_figures,
    count(*) filter (where state = 'reported' and (numerator is null or denominator is null)) as units_without_counts,
    count(*) filter (where state = 'reported' and not is_rate_typed) as units_without_value,
    count(*) filter (where state = 'reported' and numerator is null and value is null) as units_without_figure,
    count(*) filter (
        where state in ('reported', 'nothing_arose') and is_quarter_end and quarter_numerator is null and not is_carried
    ) as units_without_quarter,
    cast(sum(numerator) filter (where state = 'reported') as decimal(18, 4)) as numerator,
    cast(sum(denominator) filter (where state = 'reported') as decimal(18, 4)) as denominator,
    cast(sum(coalesce(numerator, value)) filter (where state = 'reported') as decimal(18, 4)) as total,
    cast(sum(quarter_numerator) as decimal(18, 4)) as quarter_numerator,
    min(value) filter (where state = 'reported') as single_value,
    coalesce(bool_or(is_simulated), false) as is_simulated
from concerned
group by agency_key, indicator_code, period_key
