with held_back as (
    select * from {{ ref('int_figures_held_back') }}
),

-- What came unasked and is held back was sent all the same: no page may say that nobody asked for it.
expected as (
    select
        coalesce(expected.agency_key, held_back.agency_key) as agency_key,
        coalesce(expected.unit_key, held_back.unit_key) as unit_key,
        coalesce(expected.indicator_code, held_back.indicator_code) as indicator_code,
        coalesce(expected.period_key, held_back.period_key) as period_key,
        expected.due_date,
        held_back.unit_key is not null as is_held_back
    from {{ ref('int_contributions_expected') }} as expected
    full outer join held_back
        on
            expected.unit_key = held_back.unit_key
            and expected.indicator_code = held_back.indicator_code
            and expected.period_key = held_back.period_key
)

select
    coalesce(results.unit_key, expected.unit_key) as unit_key,
    indicators.indicator_code,
    indicators.indicator_name,
    indicators.unit,
    periods.period_key,
    periods.period_name,
    periods.window_to,
    case
        when results.state is not null then results.state
        when expected.is_held_back then 'quarantined'
        when {{ as_of() }} > greatest(periods.window_to, expected.due_date) then 'not_reported'
        else 'not_due'
    end as state,
    results.numerator,
    results.denominator,
    results.value,
    results.figure_basis,
    coalesce(results.is_simulated, false) as is_simulated,
    results.explanation,
    results.source_path,
    results.source_place
from expected
full outer join {{ ref('fct_indicator_result') }} as results
    on
        expected.unit_key = results.unit_key
        and expected.indicator_code = results.indicator_code
        and expected.period_key = results.period_key
inner join {{ ref('dim_indicator') }} as indicators
    on coalesce(results.indicator_code, expected.indicator_code) = indicators.indicator_code
inner join {{ ref('dim_agency_period') }} as periods
    on
        coalesce(results.agency_key, expected.agency_key) = periods.agency_key
        and coalesce(results.period_key, expected.period_key) = periods.period_key
