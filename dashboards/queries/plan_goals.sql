select
    plan_key,
    goal_no,
    sort_order,
    section,
    source,
    reform_area,
    reform_area_name,
    statement,
    review_state,
    is_corrected,
    reviewed_by,
    reviewed_on,
    review_reason,
    is_unconfirmed,
    source_path,
    source_place
from reporting.rpt_plan_goal
order by plan_key, sort_order, goal_no
