select
    measures.plan_key,
    measures.measure_no,
    plans.agency_key,
    {{ number_in('measures.measure_no') }} as sort_order,
    measures.section,
    measures.section_title,
    measures.reform_area,
    measures.papi_dimension,
    measures.parent_no,
    measures.description,
    measures.review_state,
    measures.is_corrected,
    measures.reviewed_by,
    measures.reviewed_on,
    measures.review_reason,
    measures.is_unconfirmed,
    measures.source_sha256,
    measures.source_path,
    measures.source_place,
    measures.parser_version,
    measures.received_at
from {{ ref('stg_plans__measures') }} as measures
inner join {{ ref('dim_plan') }} as plans
    on measures.plan_key = plans.plan_key
