select
    agency_key,
    agency_name,
    kind,
    plan_key,
    item_no,
    unit_key,
    unit_name,
    owner_name,
    title,
    status,
    due_date,
    days_late,
    is_simulated
from reporting.rpt_attention
order by attention_rank, agency_key, kind, plan_key, item_no, unit_key, title
