select
    targets.plan_key,
    targets.target_no,
    served.task_no,
    served.agency_key,
    tasks.sort_order,
    served.basis
from {{ ref('fct_target') }} as targets
inner join {{ ref('bridge_target_task') }} as served
    on targets.plan_key = served.plan_key and targets.commitment_key = served.commitment_key
inner join {{ ref('fct_task') }} as tasks
    on served.plan_key = tasks.plan_key and served.task_no = tasks.task_no
-- A figure printed again is one thing to reach.
where not targets.is_repeat
