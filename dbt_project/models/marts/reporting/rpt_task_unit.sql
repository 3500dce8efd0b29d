select
    tasks.plan_key,
    tasks.task_no,
    tasks.unit_key,
    tasks.role,
    plans.agency_key,
    units.unit_name,
    units.unit_kind,
    units.is_collective,
    tasks.group_name,
    tasks.is_own_part
from {{ ref('rpt_unit_task') }} as tasks
inner join {{ ref('dim_plan') }} as plans
    on tasks.plan_key = plans.plan_key
inner join {{ ref('dim_unit') }} as units
    on tasks.unit_key = units.unit_key
