select
    plan_key,
    goal_no,
    section,
    reform_area_name,
    statement,
    review_state,
    is_corrected,
    reviewed_by,
    reviewed_on,
    review_reason,
    is_unconfirmed
from reporting.rpt_plan_goal
order by plan_key, sort_order, goal_no
