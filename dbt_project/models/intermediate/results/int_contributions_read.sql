with contributions as (
    select
        coalesce(expected.agency_key, readings.agency_key) as agency_key,
        coalesce(expected.unit_key, readings.unit_key) as unit_key,
        coalesce(expected.indicator_code, readings.indicator_code) as indicator_code,
        coalesce(expected.period_key, readings.period_key) as period_key,
        expected.due_date,
        coalesce(readings.state, case when expected.is_held_back then 'quarantined' else 'not_reported' end) as state,
        coalesce(readings.is_year_unknown, false) as is_year_unknown,
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
    contributions.*,
    {{ figure_value('contributions', 'indicators') }} as own_figure
from contributions
inner join {{ ref('indicators') }} as indicators
    on contributions.indicator_code = indicators.code
