select
    plan_key,
    target_no,
    period_key,
    period_name,
    window_to,
    actual,
    numerator,
    denominator,
    units_reported,
    units_concerned,
    target_value,
    status,
    state,
    is_simulated
from reporting.rpt_plan_target_period
order by plan_key, target_no, window_to, period_key
