with tasks as (
    -- As extended; of several leads the one with the longest time, for the task is done when all are.
    select
        plan_key,
        task_no,
        max(last_day_given) as last_day
    from {{ ref('int_task_leads_judged') }}
    where period_key = 'today' and expanded_from is null
    group by plan_key, task_no
),

assigned as (
    select
        assigned.plan_key,
        assigned.commitment_key,
        assigned.task_no,
        tasks.last_day,
        {{ number_in('assigned.task_no') }} as task_order
    from {{ ref('int_commitments_assigned') }} as assigned
    inner join tasks
        on assigned.plan_key = tasks.plan_key and assigned.task_no = tasks.task_no
)

select
    assigned.plan_key,
    assigned.commitment_key,
    -- Several leads: the first one printed owns it; how many there are stands beside.
    min_by(leads.unit_key, row(assigned.task_order, leads.position)) filter (where leads.unit_key is not null)
        as owner_unit_key,
    count(distinct leads.unit_key) as owners,
    count(distinct assigned.task_no) as tasks,
    -- It is due when the last of its tasks is; one task without a day leaves it open.
    case when bool_and(assigned.last_day is not null) then max(assigned.last_day) end as tasks_due_date
from assigned
left join {{ ref('int_task_units') }} as leads
    on assigned.plan_key = leads.plan_key and assigned.task_no = leads.task_no and leads.role = 'lead'
group by assigned.plan_key, assigned.commitment_key
