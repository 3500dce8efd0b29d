select
    tasks.unit_key,
    tasks.period_key,
    coalesce(periods.period_name, tasks.period_key) as period_name,
    tasks.line_no,
    tasks.description,
    tasks.product,
    tasks.due_date,
    tasks.plan_number,
    tasks.plan_date,
    tasks.status,
    tasks.days_late,
    tasks.done_date,
    tasks.document_number,
    tasks.explanation,
    tasks.is_simulated,
    tasks.source_path,
    tasks.source_place
from {{ ref('fct_own_task') }} as tasks
left join {{ ref('dim_agency_period') }} as periods
    on tasks.agency_key = periods.agency_key and tasks.period_key = periods.period_key
-- What the unit left out of its newest list it tells of no longer.
where tasks.is_last_word
