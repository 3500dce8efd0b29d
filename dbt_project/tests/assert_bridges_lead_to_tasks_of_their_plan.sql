-- A bridge joins rows of one plan: a task that its plan does not have would give a unit somebody else's work.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_task_unit'}}}) }}
with bridged as (
    select
        plan_key,
        task_no
    from {{ ref('bridge_target_task') }}
    union all
    select
        plan_key,
        task_no
    from {{ ref('bridge_task_unit') }}
)

select
    bridged.plan_key,
    bridged.task_no
from bridged
left join {{ ref('fct_task') }} as tasks
    on bridged.plan_key = tasks.plan_key and bridged.task_no = tasks.task_no
where tasks.task_no is null
