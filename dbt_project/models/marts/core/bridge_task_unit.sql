select
    plan_key,
    task_no,
    unit_key,
    role,
    position,
    unit_name_printed,
    is_collective,
    cast(expanded_from as varchar) as expanded_from
from {{ ref('int_task_units_expanded') }}
