select
    goals.plan_key,
    goals.goal_no,
    goals.sort_order,
    goals.section,
    goals.source,
    goals.reform_area,
    areas.reform_area_name,
    goals.statement,
    goals.source_path,
    goals.source_place
from {{ ref('fct_goal') }} as goals
left join {{ ref('dim_reform_area') }} as areas
    on goals.reform_area = areas.reform_area
