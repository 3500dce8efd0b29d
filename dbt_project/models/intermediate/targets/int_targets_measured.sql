with measured as (
    select
        targets.plan_key,
        targets.target_no,
        windows.period_key,
        windows.scope,
        windows.scope_key,
        targets.agency_key,
        targets.commitment_key,
        targets.indicator_code,
        windows.window_to,
        windows.is_later_year,
        targets.comparator_read,
        targets.value,
        targets.value_max,
        targets.threshold,
        targets.tolerance_points,
        targets.is_count,
        targets.comparator_read in ('ge', 'gt') as is_floor,
        windows.scope = 'unit' and not {{ binds_each_unit('targets') }} as is_contribution,
        coalesce(targets.is_mendable, false) as is_mendable,
        coalesce(targets.is_counted_whole, false) as is_counted_whole,
        coalesce(targets.is_repeat, false) as is_repeat,
        targets.reading_reason,
        coalesce(readings.units_concerned, 0) as units_concerned,
        coalesce(readings.units_reported, 0) as units_reported,
        coalesce(readings.units_carried, 0) as units_carried,
        coalesce(readings.units_held_back, 0) as units_held_back,
        coalesce(readings.units_with_figures, 0) as units_with_figures,
        coalesce(readings.units_not_applicable, 0) as units_not_applicable,
        coalesce(readings.is_simulated, false) as is_simulated,
        readings.numerator,
        readings.denominator,
        {{ reading_measure('targets', 'readings') }} as measure,
        {{ reading_measure_base('targets', 'readings') }} as measure_base,
        {{ reading_basis('targets', 'readings') }} as figure_basis,
        {{ reading_reason('targets', 'readings') }} as figure_reason,
        windows.is_year_end and not windows.is_later_year and {{ as_of() }} > windows.window_to as is_final,
        greatest(windows.window_to, coalesce(readings.due_date, windows.window_to)) as due_date
    from {{ ref('int_targets_windowed') }} as windows
    inner join {{ ref('int_targets_read') }} as targets
        on windows.plan_key = targets.plan_key and windows.target_no = targets.target_no
    left join {{ ref('int_readings_by_scope') }} as readings
        on
            windows.scope = readings.scope
            and windows.scope_key = readings.scope_key
            and targets.indicator_code = readings.indicator_code
            and windows.period_key = readings.period_key
    where
        -- A window without a result or a report owed says nothing, save the last one, which decides.
        coalesce(readings.units_concerned + readings.units_not_applicable, 0) > 0
        or (windows.is_year_end and not windows.is_later_year)
),

dated as (
    select
        *,
        {{ as_of() }} > due_date as is_past_due
    from measured
),

stated as (
    select
        *,
        {{ reading_state('dated') }} as state
    from dated
)

select * exclude (units_with_figures, units_not_applicable)
from stated
