with read_before as (
    -- What the agency's units sent then, whether or not a plan of that year asked for it.
    select
        measured.plan_key,
        measured.target_no,
        measured.period_key,
        measured.reading_reason,
        measured.state = 'reported' and measured.figure_reason is null as is_read,
        windows.before_period_key,
        windows.before_period_name,
        windows.is_same_window,
        coalesce(readings.units_concerned, 0) as units_concerned,
        coalesce(readings.units_reported, 0) as units_reported,
        coalesce(readings.units_held_back, 0) as units_held_back,
        coalesce(readings.units_with_figures, 0) as units_with_figures,
        coalesce(readings.units_not_applicable, 0) as units_not_applicable,
        {{ as_of() }} > greatest(windows.before_window_to, readings.due_date) as is_past_due,
        readings.numerator,
        readings.denominator,
        readings.is_simulated,
        {{ reading_measure('targets', 'readings') }} as measure,
        {{ reading_measure_base('targets', 'readings') }} as measure_base,
        {{ reading_reason('targets', 'readings') }} as figure_reason,
        (heard.units_heard is not distinct from heard_before.units_heard) as is_same_units
    from {{ ref('int_targets_measured') }} as measured
    inner join {{ ref('int_targets_read') }} as targets
        on measured.plan_key = targets.plan_key and measured.target_no = targets.target_no
    left join {{ ref('int_windows_year_before') }} as windows
        on measured.agency_key = windows.agency_key and measured.period_key = windows.period_key
    left join {{ ref('int_readings_by_scope') }} as readings
        on
            readings.scope = 'agency'
            and measured.agency_key = readings.scope_key
            and measured.indicator_code = readings.indicator_code
            and windows.before_period_key = readings.period_key
    left join {{ ref('int_units_heard') }} as heard
        on
            measured.agency_key = heard.agency_key
            and measured.indicator_code = heard.indicator_code
            and measured.period_key = heard.period_key
    left join {{ ref('int_units_heard') }} as heard_before
        on
            measured.agency_key = heard_before.agency_key
            and measured.indicator_code = heard_before.indicator_code
            and windows.before_period_key = heard_before.period_key
    where measured.scope = 'agency'
),

stated as (
    select
        *,
        {{ reading_state('read_before') }} as state
    from read_before
),

reasoned as (
    select
        *,
        {{ year_before_reason('stated') }} as reason,
        {{ has_figure_of_year_before('stated') }} as is_shown
    from stated
)

select
    plan_key,
    target_no,
    period_key,
    before_period_key as previous_year_period_key,
    before_period_name as previous_year_period_name,
    case when is_shown then {{ quotient('measure', 'measure_base') }} end as previous_year_actual,
    cast(case when is_shown then numerator end as decimal(18, 4)) as previous_year_numerator,
    cast(case when is_shown then denominator end as decimal(18, 4)) as previous_year_denominator,
    case when is_shown then is_simulated end as previous_year_is_simulated,
    -- Before this year's figure stands there is nothing to compare, unless it is known that there never will be.
    case when reason is not null then false when is_read then true end as previous_year_is_comparable,
    reason as previous_year_reason
from reasoned
