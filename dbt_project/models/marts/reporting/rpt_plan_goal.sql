select
    goals.plan_key,
    goals.goal_no,
    goals.sort_order,
    goals.section,
    goals.source,
    goals.reform_area,
    areas.reform_area_name,
    goals.statement,
    goals.review_state,
    goals.is_corrected,
    goals.reviewed_by,
    goals.reviewed_on,
    goals.review_reason,
    goals.is_unconfirmed,
    goals.source_path,
    goals.source_place
from {{ ref('fct_goal') }} as goals
left join {{ ref('dim_reform_area') }} as areas
    on goals.reform_area = areas.reform_area
