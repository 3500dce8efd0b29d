with extensions as (
    -- Several leads: the longest time given to any of them.
    select
        plan_key,
        task_no,
        max(extended_until) as extended_until,
        max_by(extension_document, extended_until) as extension_document
    from {{ ref('int_task_leads_judged') }}
    where period_key = 'today'
    group by plan_key, task_no
)

select
    tasks.plan_key,
    tasks.task_no,
    plans.agency_key,
    {{ number_in('tasks.task_no') }} as sort_order,
    tasks.area_code,
    tasks.group_title,
    tasks.reform_area,
    tasks.goal,
    tasks.description,
    tasks.product,
    tasks.deadline_text,
    tasks.deadline_kind,
    tasks.due_from,
    tasks.due_to,
    tasks.is_strict,
    {{ last_day_in_time('tasks.due_to', 'tasks.is_strict') }} as last_day_in_time,
    extensions.extended_until,
    extensions.extension_document,
    tasks.review_state,
    tasks.is_corrected,
    tasks.reviewed_by,
    tasks.reviewed_on,
    tasks.review_reason,
    tasks.is_unconfirmed,
    tasks.source_sha256,
    tasks.source_path,
    tasks.source_place,
    tasks.parser_version,
    tasks.received_at
from {{ ref('stg_plans__tasks') }} as tasks
inner join {{ ref('dim_plan') }} as plans
    on tasks.plan_key = plans.plan_key
left join extensions
    on tasks.plan_key = extensions.plan_key and tasks.task_no = extensions.task_no
