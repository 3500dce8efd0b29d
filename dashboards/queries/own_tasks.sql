select
    unit_key,
    period_key,
    period_name,
    line_no,
    description,
    product,
    due_date,
    plan_number,
    status,
    days_late,
    done_date,
    document_number,
    explanation,
    is_simulated
from reporting.rpt_unit_own_task
order by unit_key, period_key, line_no
