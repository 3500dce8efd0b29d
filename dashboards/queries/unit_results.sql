select
    unit_key,
    indicator_code,
    indicator_name,
    unit,
    period_key,
    coalesce(period_name, period_key) as period_name,
    window_to,
    state,
    numerator,
    denominator,
    value,
    is_simulated
from reporting.rpt_unit_result
order by unit_key, indicator_name, indicator_code, window_to, period_key
