select
    units.unit_key,
    units.role,
    units.expanded_from,
    groups.unit_name as group_name,
    units.plan_key,
    units.task_no,
    tasks.description,
    tasks.product,
    tasks.deadline_text,
    tasks.due_to,
    tasks.is_strict,
    case when units.role = 'lead' then leads.extended_until else tasks.extended_until end as extended_until,
    case when units.role = 'lead' then leads.extension_document else tasks.extension_document end as extension_document,
    leads.extension_asked_until,
    -- A lead answers for its own part; who helps, or does not answer for its group, sees how the task stands.
    coalesce(leads.status, tasks_status.status) as status,
    case when leads.status is null then tasks_status.days_late else leads.days_late end as days_late,
    case when leads.status is null then tasks_status.done_date else leads.done_date end as done_date,
    case when leads.status is null then tasks_status.last_day_given else leads.last_day_given end as last_day_given,
    unread.period_key as unread_period_key,
    coalesce(periods.period_name, unread.period_key) as unread_period_name,
    unread.source_place as unread_place,
    unread.is_sheet as is_sheet_unread,
    leads.status is not null as is_own_part,
    coalesce(
        {{ is_task_open('leads.status') }} and {{ is_upcoming('leads.last_day_given', as_of()) }} and plans.is_in_force,
        false
    ) as is_upcoming,
    tasks_status.is_asked,
    tasks_status.is_counted,
    coalesce(leads.is_simulated, tasks_status.is_simulated) or plans.is_simulated as is_simulated,
    tasks.source_path,
    tasks.source_place
from {{ ref('bridge_task_unit') }} as units
inner join {{ ref('fct_task') }} as tasks
    on units.plan_key = tasks.plan_key and units.task_no = tasks.task_no
inner join {{ ref('fct_task_status') }} as tasks_status
    on units.plan_key = tasks_status.plan_key and units.task_no = tasks_status.task_no
inner join {{ ref('dim_plan') }} as plans
    on units.plan_key = plans.plan_key
left join {{ ref('dim_unit') }} as groups
    on units.expanded_from = groups.unit_key
left join {{ ref('fct_task_progress') }} as leads
    on
        units.role = 'lead'
        and leads.is_today
        and units.plan_key = leads.plan_key
        and units.task_no = leads.task_no
        and units.unit_key = leads.unit_key
left join {{ ref('int_task_words_unread') }} as unread
    on
        units.role = 'lead'
        and units.plan_key = unread.plan_key
        and units.task_no = unread.task_no
        and units.unit_key = unread.unit_key
left join {{ ref('dim_agency_period') }} as periods
    on tasks.agency_key = periods.agency_key and unread.period_key = periods.period_key
