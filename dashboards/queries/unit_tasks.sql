select
    unit_key,
    role,
    group_name,
    plan_key,
    task_no,
    description,
    product,
    deadline_text,
    due_to,
    is_strict,
    extended_until,
    extension_document,
    extension_asked_until,
    status,
    is_own_part,
    is_asked,
    is_counted,
    days_late,
    done_date,
    is_simulated
from reporting.rpt_unit_task
order by unit_key, plan_key, task_no, role
