select
    agency_key,
    agency_name,
    attention_rank,
    kind,
    plan_key,
    item_no,
    unit_key,
    unit_name,
    title,
    status,
    status_reason,
    actual,
    target_value,
    comparator,
    unit,
    gap,
    due_date,
    days_late,
    is_simulated,
    source_path,
    source_place
from reporting.rpt_attention
order by attention_rank, agency_key, kind, plan_key, item_no, unit_key, title
