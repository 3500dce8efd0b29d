select
    plan_key,
    target_no,
    task_no
from reporting.rpt_target_task
order by plan_key, target_no, sort_order, task_no
