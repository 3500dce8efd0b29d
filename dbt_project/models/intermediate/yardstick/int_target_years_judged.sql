with targets as (
    select * from {{ ref('fct_target') }}
),

latest as (
    select * from {{ ref('fct_target_status') }}
),

years as (
    select distinct year(calendar_date) as year
    from {{ ref('int_calendar_days') }}
    where calendar_date <= {{ as_of() }}
),

progress as (
    select
        progress.*,
        periods.period_year as year,
        {{ is_spoken_of('progress') }} as is_spoken_of
    from {{ ref('fct_target_progress') }} as progress
    inner join {{ ref('int_reporting_periods') }} as periods
        on progress.agency_key = periods.agency_key and progress.period_key = periods.period_key
    where progress.scope = 'agency'
),

-- Of the windows of one year one speaks, as for the target as a whole.
windows as (
    select * from progress
    qualify row_number() over (partition by plan_key, target_no, year order by {{ newest_window_first() }}) = 1
)

select
    targets.plan_key,
    targets.target_no,
    years.year,
    windows.period_key,
    windows.actual,
    windows.numerator,
    windows.denominator,
    windows.figure_basis,
    coalesce(windows.is_simulated, false) as is_simulated,
    -- A year of which no window speaks: as the whole target where none ever did, else by its years alone.
    case
        when windows.status is not null then windows.status
        when latest.period_key is null then latest.status
        when not targets.is_current then 'not_applicable'
        when targets.year_to > years.year then 'in_progress'
        when years.year < year({{ as_of() }}) then 'not_assessable'
        else 'not_due'
    end as status,
    case
        when windows.status is not null then windows.status_reason
        when latest.period_key is null then latest.status_reason
        when not targets.is_current then 'amended'
        when targets.year_to > years.year then 'later_year'
        else 'no_result_expected'
    end as status_reason
from targets
inner join latest
    on targets.plan_key = latest.plan_key and targets.target_no = latest.target_no
inner join years
    on years.year between targets.year_from and coalesce(targets.year_to, years.year)
left join windows
    on
        targets.plan_key = windows.plan_key
        and targets.target_no = windows.target_no
        and years.year = windows.year
