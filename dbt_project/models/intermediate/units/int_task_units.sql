select
    task_units.plan_key,
    task_units.task_no,
    units.unit_key,
    task_units.role,
    cast(min(task_units.position) as integer) as position,
    min_by(task_units.unit_name, task_units.position) as unit_name_printed,
    bool_and(units.is_collective) as is_collective
from {{ ref('stg_plans__task_units') }} as task_units
inner join {{ ref('stg_plans__plans') }} as plans
    on task_units.plan_key = plans.plan_key
inner join {{ ref('int_units_named') }} as units
    on plans.agency_key = units.agency_key and task_units.unit_match_key = units.unit_match_key
-- Two spellings of one unit in one cell are one unit.
group by task_units.plan_key, task_units.task_no, units.unit_key, task_units.role
