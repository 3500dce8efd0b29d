with leads as (
    select
        plan_key,
        task_no,
        period_key,
        window_to,
        status,
        days_late,
        count(*) over one as leads_asked,
        count(*) filter (where {{ is_part_done('status') }}) over one as leads_done,
        bool_or(is_simulated) over one as has_simulated
    from {{ ref('int_task_leads_judged') }}
    -- A member answers for its own part; for the task its group does.
    where expanded_from is null and period_key <> 'today'
    window one as (partition by plan_key, task_no, period_key)
    qualify row_number() over (partition by plan_key, task_no, period_key order by {{ slowest_lead_first() }}) = 1
)

select
    leads.plan_key,
    leads.task_no,
    leads.period_key,
    tasks.agency_key,
    coalesce(periods.period_name, leads.period_key) as period_name,
    leads.window_to,
    tasks.deadline_kind,
    leads.status,
    cast(leads.days_late as integer) as days_late,
    cast(leads.leads_asked as integer) as leads_asked,
    cast(leads.leads_done as integer) as leads_done,
    leads.has_simulated as is_simulated
from leads
inner join {{ ref('fct_task') }} as tasks
    on leads.plan_key = tasks.plan_key and leads.task_no = tasks.task_no
left join {{ ref('int_plans_bounded') }} as plans
    on leads.plan_key = plans.plan_key
left join {{ ref('dim_agency_period') }} as periods
    on tasks.agency_key = periods.agency_key and leads.period_key = periods.period_key
-- Ongoing work is asked for while its plan holds: after its last year only a result is told.
where
    leads.status <> 'ongoing_without_result'
    or leads.leads_done > 0
    or not coalesce(periods.period_year > plans.last_year, false)
