with items as (
    select
        roles.plan_key,
        roles.unit_key,
        roles.role as item,
        -- Who helps is held to no day of its own.
        case when roles.role = 'lead' then tasks.last_day_in_time end as due_date
    from {{ ref('bridge_task_unit') }} as roles
    inner join {{ ref('fct_task') }} as tasks
        on roles.plan_key = tasks.plan_key and roles.task_no = tasks.task_no
    -- Members of a group stand for it on their own pages; the plan names the group.
    where roles.expanded_from is null
    union all
    select
        plan_key,
        unit_key,
        'duty' as item,
        {{ last_day_in_time('due_date', "deadline_kind = 'before_date'") }} as due_date
    from {{ ref('fct_duty') }}
),

counted as (
    select
        plan_key,
        unit_key,
        cast(count(*) filter (where item = 'lead') as integer) as tasks_led,
        cast(count(*) filter (where item = 'coordinating') as integer) as tasks_coordinated,
        cast(count(*) filter (where item = 'duty') as integer) as duties,
        cast(count(due_date) filter (where item = 'lead') as integer) as tasks_dated,
        cast(count(due_date) filter (where item = 'duty') as integer) as duties_dated,
        min(due_date) as first_due_date,
        max(due_date) as last_due_date
    from items
    group by plan_key, unit_key
)

select
    counted.plan_key,
    cast(
        row_number() over (
            partition by counted.plan_key
            order by counted.tasks_led desc, counted.duties desc, counted.unit_key asc nulls last
        ) as integer
    ) as unit_no,
    plans.agency_key,
    counted.unit_key,
    units.unit_name,
    coalesce(units.is_collective, false) as is_collective,
    counted.tasks_led,
    counted.tasks_coordinated,
    counted.duties,
    counted.tasks_dated,
    counted.duties_dated,
    counted.first_due_date,
    counted.last_due_date
from counted
inner join {{ ref('dim_plan') }} as plans
    on counted.plan_key = plans.plan_key
left join {{ ref('dim_unit') }} as units
    on counted.unit_key = units.unit_key
