with recursive windows as (
    select * from {{ ref('int_reporting_windows') }}
),

-- Windows whose figures, with those of windows before them, make up the year to date, day after day.
told as (
    select
        agency_key,
        period_key,
        period_year,
        window_to,
        cast(null as varchar) as preceding_period_key,
        0 as windows_before
    from windows
    where is_from_year_start
    union all
    select
        windows.agency_key,
        windows.period_key,
        windows.period_year,
        windows.window_to,
        told.period_key as preceding_period_key,
        told.windows_before + 1 as windows_before
    from told
    inner join windows
        on
            told.agency_key is not distinct from windows.agency_key
            and told.period_year = windows.period_year
            and told.window_to + 1 = windows.window_from
    where not windows.is_from_year_start
),

shortest as (
    select * from told
    qualify
        row_number() over (
            partition by agency_key, period_key
            order by windows_before, preceding_period_key
        ) = 1
)

select
    windows.agency_key,
    windows.period_key,
    windows.period_name,
    windows.period_year,
    windows.report_type,
    windows.regime,
    windows.window_from,
    windows.window_to,
    windows.due_date,
    coalesce(days.working_date, windows.due_date) as effective_due_date,
    windows.is_cumulative,
    windows.is_from_year_start,
    windows.is_year_end,
    shortest.period_key is not null as has_year_to_date,
    shortest.preceding_period_key,
    windows.legal_basis,
    windows.confidence
from windows
left join shortest
    on windows.agency_key is not distinct from shortest.agency_key and windows.period_key = shortest.period_key
left join {{ ref('int_calendar_days') }} as days
    on windows.due_date = days.calendar_date
