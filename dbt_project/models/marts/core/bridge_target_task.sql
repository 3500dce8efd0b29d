select
    assigned.plan_key,
    assigned.commitment_key,
    assigned.task_no,
    tasks.agency_key,
    assigned.basis
from {{ ref('int_commitments_assigned') }} as assigned
-- A task that its plan does not have stays to be seen: a test asks for it.
left join {{ ref('fct_task') }} as tasks
    on assigned.plan_key = tasks.plan_key and assigned.task_no = tasks.task_no
