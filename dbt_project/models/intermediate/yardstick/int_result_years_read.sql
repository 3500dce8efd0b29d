with readings as (
    select
        readings.*,
        periods.period_year as year,
        periods.window_to
    from {{ ref('int_readings_by_scope') }} as readings
    inner join {{ ref('int_reporting_periods') }} as periods
        on readings.agency_key = periods.agency_key and readings.period_key = periods.period_key
    where readings.units_reported > 0 and readings.scope = 'agency'
)

-- The last window of the year that somebody reported: what has come together by then, as targets read it.
select
    agency_key,
    indicator_code,
    year,
    period_key,
    numerator,
    denominator,
    case when units_with_figures > 0 and figure_reason is null then {{ quotient('measure', 'measure_base') }} end
        as actual,
    case when units_with_figures > 0 and figure_reason is null then figure_basis end as figure_basis,
    case
        when figure_reason = 'earlier_windows_missing' then figure_reason
        when units_with_figures = 0 then 'no_figure'
        else figure_reason
    end as actual_reason,
    is_simulated
from readings
qualify row_number() over (
    partition by agency_key, indicator_code, year
    order by window_to desc, period_key asc
) = 1
