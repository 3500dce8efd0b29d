select
    goals.plan_key,
    goals.goal_no,
    plans.agency_key,
    {{ number_in('goals.goal_no') }} as sort_order,
    goals.section,
    goals.source,
    goals.reform_area,
    goals.period_start,
    goals.period_end,
    goals.statement,
    goals.review_state,
    goals.is_corrected,
    goals.reviewed_by,
    goals.reviewed_on,
    goals.review_reason,
    goals.is_unconfirmed,
    goals.source_sha256,
    goals.source_path,
    goals.source_place,
    goals.parser_version,
    goals.received_at
from {{ ref('stg_plans__goals') }} as goals
inner join {{ ref('dim_plan') }} as plans
    on goals.plan_key = plans.plan_key
