select
    plan_key,
    task_no,
    period_key,
    agency_key,
    period_name,
    window_to,
    status,
    leads_asked,
    leads_done
from reporting.rpt_task_period
order by agency_key, plan_key, task_no, window_to, period_key
