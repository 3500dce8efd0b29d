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
    tasks.source_sha256,
    tasks.source_path,
    tasks.source_place,
    tasks.parser_version,
    tasks.received_at
from {{ ref('stg_plans__tasks') }} as tasks
inner join {{ ref('dim_plan') }} as plans
    on tasks.plan_key = plans.plan_key
