select
    row_id,
    agency_key,
    kind,
    plan_key,
    item_no,
    unit_key,
    owner_name,
    title,
    due_date,
    days_left,
    is_simulated
from reporting.rpt_upcoming
order by agency_key, due_date, kind, plan_key, item_no, period_key, unit_key
