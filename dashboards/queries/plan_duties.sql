select
    plan_key,
    duty_no,
    section,
    unit,
    duty,
    deadline_text,
    deadline_kind,
    due_date,
    review_state,
    is_corrected,
    reviewed_by,
    reviewed_on,
    review_reason,
    is_unconfirmed
from reporting.rpt_plan_duty
order by plan_key, sort_order, duty_no
