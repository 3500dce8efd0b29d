with readings as (
    -- The cell a unit's year to date ends with: of this window, or of the last one before it that it spoke of.
    select
        readings.unit_key,
        readings.indicator_code,
        readings.period_key,
        readings.is_carried,
        cells.period_key as read_period_key,
        cells.version_no,
        cells.is_corrected,
        cells.source_path,
        cells.source_place,
        cells.received_at
    from {{ ref('int_readings_of_contributors') }} as readings
    inner join {{ ref('int_figures_cited') }} as cells
        on
            readings.unit_key = cells.unit_key
            and readings.indicator_code = cells.indicator_code
            and readings.read_period_key = cells.period_key
)

select
    progress.plan_key,
    progress.target_no,
    progress.period_key,
    progress.scope_key as unit_key,
    units.unit_name,
    progress.agency_key,
    progress.indicator_code,
    periods.reading_name as period_name,
    progress.window_to,
    progress.state,
    progress.numerator,
    progress.denominator,
    progress.actual,
    progress.figure_basis,
    progress.comparator_read,
    progress.target_value,
    progress.gap,
    progress.status,
    progress.status_reason,
    progress.due_date,
    coalesce(readings.is_carried, false) as is_carried,
    readings.read_period_key,
    cast(readings.version_no as integer) as version_no,
    coalesce(readings.is_corrected, false) as is_corrected,
    progress.is_simulated,
    readings.source_path,
    readings.source_place,
    readings.received_at,
    case
        when readings.unit_key is not null
            then {{ row_id('fct_target_progress', [
                'progress.plan_key', 'progress.target_no', 'progress.period_key', 'progress.scope', 'progress.scope_key'
            ]) }}
    end as row_id
from {{ ref('fct_target_progress') }} as progress
-- A figure printed again is one thing to reach.
inner join {{ ref('fct_target') }} as targets
    on progress.plan_key = targets.plan_key and progress.target_no = targets.target_no and not targets.is_repeat
inner join {{ ref('dim_unit') }} as units
    on progress.scope_key = units.unit_key
inner join {{ ref('dim_agency_period') }} as periods
    on progress.agency_key = periods.agency_key and progress.period_key = periods.period_key
left join readings
    on
        progress.scope_key = readings.unit_key
        and progress.indicator_code = readings.indicator_code
        and progress.period_key = readings.period_key
where progress.scope = 'unit' and progress.indicator_code is not null
