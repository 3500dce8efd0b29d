with periods as (
    select
        periods.*,
        -- The window before it in the same year, where a window does not begin with the year.
        preceding.period_key as preceding_period_key,
        days.working_date
    from {{ ref('reporting_periods') }} as periods
    left join {{ ref('reporting_periods') }} as preceding
        on
            not periods.is_cumulative
            and preceding.is_cumulative
            and periods.year = preceding.year
            and preceding.window_to + 1 = periods.window_from
    left join {{ ref('int_calendar_days') }} as days
        on periods.due_date = days.calendar_date
)

select
    period_key,
    period_name,
    cast(year as integer) as period_year,
    report_type,
    regime,
    window_from,
    window_to,
    due_date,
    coalesce(working_date, due_date) as effective_due_date,
    is_cumulative,
    is_cumulative and window_to = max(window_to) over (partition by year) as is_year_end,
    preceding_period_key,
    legal_basis,
    confidence
from periods
