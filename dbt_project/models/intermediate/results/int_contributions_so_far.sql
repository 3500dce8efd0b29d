with expected as (
    select
        expected.*,
        periods.period_year,
        periods.window_to
    from {{ ref('int_contributions_expected') }} as expected
    inner join {{ ref('int_reporting_periods') }} as periods
        on expected.agency_key = periods.agency_key and expected.period_key = periods.period_key
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
    max(case when expected.period_key = windows.period_key then expected.due_date end) as due_date
from windows
inner join expected
    on
        windows.agency_key = expected.agency_key
        and windows.indicator_code = expected.indicator_code
        and windows.period_year = expected.period_year
        and windows.window_to >= expected.window_to
group by windows.agency_key, expected.unit_key, windows.indicator_code, windows.period_key
