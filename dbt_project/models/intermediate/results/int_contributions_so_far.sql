with expected as (
    select
        expected.*,
        periods.period_year,
        periods.window_to,
        held_back.unit_key is not null as is_held_back
    from {{ ref('int_contributions_expected') }} as expected
    inner join {{ ref('int_reporting_periods') }} as periods
        on expected.agency_key = periods.agency_key and expected.period_key = periods.period_key
    left join {{ ref('int_figures_held_back') }} as held_back
        on
            expected.unit_key = held_back.unit_key
            and expected.indicator_code = held_back.indicator_code
            and expected.period_key = held_back.period_key
    -- Silent in a window that says nothing of the year to date: missing there, and in nothing that is added up.
    where periods.has_year_to_date
),

windows as (
    select distinct
        agency_key,
        indicator_code,
        period_key,
        period_year,
        window_to
    from expected
)

select
    windows.agency_key,
    expected.unit_key,
    windows.indicator_code,
    windows.period_key,
    -- Silent in the first half of the year, owing nothing now: still one of those the agency's figure should hold.
    max(case when expected.period_key = windows.period_key then expected.due_date end) as due_date,
    -- What it owed last so far came and is held back: it was not silent.
    max_by(expected.is_held_back, row(expected.window_to, expected.period_key)) as is_held_back
from windows
inner join expected
    on
        windows.agency_key = expected.agency_key
        and windows.indicator_code = expected.indicator_code
        and windows.period_year = expected.period_year
        and windows.window_to >= expected.window_to
group by windows.agency_key, expected.unit_key, windows.indicator_code, windows.period_key
