-- Nothing is lost on the way from the plan to the page: a target or a task without a judgement would vanish from both.
{{ config(meta={'dagster': {'ref': {'name': 'stg_plans__targets'}}}) }}
select
    targets.plan_key,
    targets.target_no as item_no
from {{ ref('stg_plans__targets') }} as targets
left join {{ ref('rpt_plan_target') }} as judged
    on targets.plan_key = judged.plan_key and targets.target_no = judged.target_no
where judged.status is null
union all
select
    tasks.plan_key,
    tasks.task_no as item_no
from {{ ref('stg_plans__tasks') }} as tasks
left join {{ ref('rpt_plan_task') }} as judged
    on tasks.plan_key = judged.plan_key and tasks.task_no = judged.task_no
where judged.status is null
