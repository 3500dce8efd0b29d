with names as (
    select
        plan_key,
        task_no,
        string_agg(unit_name_printed, '; ' order by position) filter (where role = 'lead') as lead_units,
        string_agg(unit_name_printed, '; ' order by position) filter (where role = 'coordinating')
            as coordinating_units
    from {{ ref('bridge_task_unit') }}
    where expanded_from is null
    group by plan_key, task_no
),

asked as (
    select
        plan_key,
        task_no,
        max(extension_asked_until) as extension_asked_until
    from {{ ref('fct_task_progress') }}
    where is_today
    group by plan_key, task_no
)

select
    tasks.plan_key,
    tasks.task_no,
    tasks.sort_order,
    tasks.agency_key,
    tasks.area_code,
    tasks.group_title,
    tasks.reform_area,
    areas.reform_area_name,
    areas.area_order,
    tasks.goal,
    tasks.description,
    tasks.product,
    names.lead_units,
    names.coordinating_units,
    tasks.deadline_text,
    tasks.deadline_kind,
    tasks.due_from,
    tasks.due_to,
    tasks.is_strict,
    tasks.extended_until,
    tasks.extension_document,
    asked.extension_asked_until,
    status.status,
    status.days_late,
    status.last_day_given,
    status.done_date,
    status.document_number,
    status.explanation,
    plans.is_in_force,
    status.is_asked,
    status.is_counted,
    status.is_simulated or plans.is_simulated as is_simulated,
    tasks.review_state,
    tasks.is_corrected,
    tasks.reviewed_by,
    tasks.reviewed_on,
    tasks.review_reason,
    tasks.is_unconfirmed,
    tasks.source_path,
    tasks.source_place
from {{ ref('fct_task') }} as tasks
inner join {{ ref('fct_task_status') }} as status
    on tasks.plan_key = status.plan_key and tasks.task_no = status.task_no
inner join {{ ref('dim_plan') }} as plans
    on tasks.plan_key = plans.plan_key
left join {{ ref('dim_reform_area') }} as areas
    on tasks.reform_area = areas.reform_area
left join names
    on tasks.plan_key = names.plan_key and tasks.task_no = names.task_no
left join asked
    on tasks.plan_key = asked.plan_key and tasks.task_no = asked.task_no
