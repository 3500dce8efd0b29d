with days as (
    -- Several leads: the longest time given to any of them.
    select
        plan_key,
        task_no,
        year(max(last_day_given)) as last_year
    from {{ ref('int_task_leads_judged') }}
    where period_key = 'today'
    group by plan_key, task_no
),

tasks as (
    select
        days.plan_key,
        days.task_no,
        plans.is_asked,
        plans.is_counted,
        -- More time given, or a day of its own beyond the years of its plan, keeps a task when the plan is over.
        plans.is_in_force and coalesce({{ is_recent('days.last_year') }}, false) as is_kept
    from days
    inner join {{ ref('int_plans_asked') }} as plans
        on days.plan_key = plans.plan_key
)

select
    plan_key,
    task_no,
    is_asked or is_kept as is_asked,
    is_counted or is_kept as is_counted
from tasks
