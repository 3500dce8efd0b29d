select
    agency_key,
    index_code,
    component_code,
    year,
    item,
    item_key,
    plan_key,
    item_no,
    indicator_code,
    statement,
    status,
    status_reason,
    period_key,
    actual,
    numerator,
    denominator,
    target_value,
    unit,
    is_current,
    is_simulated
from reporting.rpt_yardstick_item
order by agency_key, index_code, component_code, year, item, plan_key, item_no, item_key
