with context as (
    select {{ local_date('previous_night_at') }} as previous_day
    from {{ ref('stg_run__context') }}
    -- Before the first published night nothing can have changed.
    where previous_night_at is not null
)

select
    leads.agency_key,
    leads.unit_key,
    leads.plan_key,
    leads.task_no,
    leads.is_simulated,
    tasks.description as detail,
    tasks.source_path,
    tasks.source_place
from {{ ref('fct_task_progress') }} as leads
inner join {{ ref('fct_task_status') }} as statuses
    on leads.plan_key = statuses.plan_key and leads.task_no = statuses.task_no
inner join {{ ref('fct_task') }} as tasks
    on leads.plan_key = tasks.plan_key and leads.task_no = tasks.task_no
cross join context
where
    leads.is_today
    and leads.is_overdue
    and statuses.is_asked
    -- A member answers for its own part; for the task its group does.
    and leads.expanded_from is null
    -- On its last day a task is in time yet: that night did not call it overdue.
    and leads.last_day_given >= context.previous_day
