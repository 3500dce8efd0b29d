select
    plan_key,
    task_no,
    unit_key,
    role,
    position,
    unit_name_printed,
    is_collective
from {{ ref('int_task_units') }}
