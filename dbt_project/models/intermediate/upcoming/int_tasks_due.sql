select
    plan_key,
    task_no,
    lead_unit_key as unit_key,
    last_day_given as due_date,
    extended_until
from {{ ref('int_task_leads_judged') }}
where
    period_key = 'today'
    and last_day_given is not null
    -- A member answers for its own part; for the task its group does.
    and expanded_from is null
    and {{ is_task_open('status') }}
-- Several leads: the first day that one of them has to keep.
qualify
    row_number() over (
        partition by plan_key, task_no
        order by last_day_given, {{ task_status_rank('status') }} desc, lead_unit_key
    ) = 1
