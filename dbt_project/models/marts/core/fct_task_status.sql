with leads as (
    select
        plan_key,
        task_no,
        lead_unit_key,
        status,
        done_date,
        days_late,
        last_day_given,
        explanation,
        document_number,
        first_value(document_number) over (
            partition by plan_key, task_no
            order by done_date desc nulls last, {{ task_status_rank('status') }} desc, lead_unit_key
        ) as last_document_number,
        max(done_date) over (partition by plan_key, task_no) as last_done_date,
        count(*) over (partition by plan_key, task_no) as leads,
        count(*) filter (where {{ is_part_done('status') }})
            over (partition by plan_key, task_no) as leads_done,
        bool_or(is_simulated) over (partition by plan_key, task_no) as has_simulated
    from {{ ref('int_task_leads_judged') }}
    -- A member answers for its own part; for the task its group does.
    where expanded_from is null and period_key = 'today'
    qualify
        row_number() over (
            partition by plan_key, task_no
            order by {{ slowest_lead_first() }}
        ) = 1
)

select
    leads.plan_key,
    leads.task_no,
    tasks.agency_key,
    leads.status,
    cast(leads.days_late as integer) as days_late,
    leads.last_day_given,
    case when leads.status in ('done_on_time', 'done_late') then leads.last_done_date end as done_date,
    -- The product of who finished last is that of the task once it is done; before, only that of who speaks for it.
    case
        when leads.status in ('done_on_time', 'done_late') then leads.last_document_number
        else leads.document_number
    end as document_number,
    leads.explanation,
    cast(leads.leads as integer) as leads,
    cast(leads.leads_done as integer) as leads_done,
    asked.is_asked,
    asked.is_counted,
    leads.has_simulated as is_simulated
from leads
inner join {{ ref('fct_task') }} as tasks
    on leads.plan_key = tasks.plan_key and leads.task_no = tasks.task_no
inner join {{ ref('int_tasks_asked') }} as asked
    on leads.plan_key = asked.plan_key and leads.task_no = asked.task_no
