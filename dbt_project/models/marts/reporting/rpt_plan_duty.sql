select
    plan_key,
    duty_no,
    sort_order,
    section,
    unit,
    duty,
    deadline_text,
    deadline_kind,
    due_date,
    source_path,
    source_place
from {{ ref('fct_duty') }}
