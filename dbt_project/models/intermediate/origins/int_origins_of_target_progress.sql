with progress as (
    select * from {{ ref('int_progress_identified') }}
),

clauses as (
    select
        * exclude (row_id),
        row_id as target_id
    from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_target'
),

figures as (
    select
        progress.row_id,
        cells.*,
        coalesce(readings.is_year_unknown, false) as is_incomplete,
        {{ role_of_cell('cells.state', "case
            when cells.period_key = progress.period_key then 'figure'
            when readings.is_carried then 'figure_carried'
            else 'figure_added'
        end") }} as role
    from progress
    inner join {{ ref('int_readings_of_contributors') }} as readings
        on
            progress.agency_key = readings.agency_key
            and progress.indicator_code = readings.indicator_code
            and progress.period_key = readings.period_key
            and (progress.scope = 'agency' or progress.scope_key = readings.unit_key)
    inner join {{ ref('int_figures_cited') }} as cells
        on
            readings.unit_key = cells.unit_key
            and readings.indicator_code = cells.indicator_code
            and progress.period_year = cells.period_year
            and progress.window_to >= cells.window_to
    left join {{ ref('int_windows_added') }} as windows
        on
            readings.unit_key = windows.unit_key
            and readings.indicator_code = windows.indicator_code
            and readings.read_period_key = windows.period_key
            and cells.period_key = windows.added_period_key
            and windows.role <> 'figure_subtracted'
    -- A quarter by quarter reading looks at every window of the year; the others at what was added up.
    where windows.unit_key is not null or progress.is_by_quarter
),

whole as (
    select distinct
        row_id,
        unit_key
    from figures
    where not is_incomplete
)

select
    progress.row_id,
    clauses.*
from progress
inner join clauses
    on progress.target_id = clauses.target_id
union all by name
select * exclude (state) from figures
union all by name
select
    progress.row_id,
    absences.*
from progress
inner join {{ ref('int_origins_of_absences') }} as absences
    on
        progress.agency_key = absences.agency_key
        and progress.indicator_code = absences.indicator_code
        and progress.period_year = absences.period_year
        and progress.window_to >= absences.window_to
        and (progress.scope = 'agency' or progress.scope_key = absences.unit_key)
        and (absences.has_year_to_date or progress.period_key = absences.period_key)
left join whole
    on progress.row_id = whole.row_id and absences.unit_key = whole.unit_key
where whole.row_id is null
