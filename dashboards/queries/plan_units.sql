select
    plan_key,
    unit_key,
    unit_name,
    is_collective,
    tasks_led,
    tasks_coordinated,
    duties,
    tasks_dated,
    duties_dated,
    first_due_date,
    last_due_date
from reporting.rpt_plan_unit
order by plan_key, unit_no
