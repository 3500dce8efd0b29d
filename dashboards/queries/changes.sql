select
    change_kind,
    agency_key,
    unit_key,
    unit_name,
    period_key,
    period_name,
    indicator_code,
    indicator_name,
    plan_key,
    task_no,
    old_value_text,
    new_value_text,
    detail,
    source_path,
    source_place,
    is_simulated
from reporting.rpt_change
order by change_kind, agency_key, unit_key, period_key, indicator_code, plan_key, task_no, source_path, source_place
