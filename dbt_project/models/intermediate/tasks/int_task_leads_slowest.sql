select
    plan_key,
    task_no,
    unit_key
from {{ ref('fct_task_progress') }}
where is_today and expanded_from is null
qualify
    row_number() over (
        partition by plan_key, task_no
        order by {{ slowest_lead_first('unit_key') }}
    ) = 1
