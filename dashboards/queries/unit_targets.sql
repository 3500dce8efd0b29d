select
    unit_key,
    plan_key,
    target_no,
    coalesce(period_name, period_key) as period_name,
    window_to,
    indicator_code,
    comparator_read,
    target_value,
    actual,
    numerator,
    denominator,
    state,
    status,
    status_reason,
    is_current,
    is_carried,
    is_simulated,
    row_id
from reporting.rpt_unit_target
order by unit_key, plan_key, target_no
