select
    measures.plan_key,
    measures.measure_no,
    measures.sort_order,
    measures.section,
    measures.section_title,
    measures.reform_area,
    areas.reform_area_name,
    measures.papi_dimension,
    measures.parent_no,
    measures.description,
    measures.review_state,
    measures.is_corrected,
    measures.reviewed_by,
    measures.reviewed_on,
    measures.review_reason,
    measures.is_unconfirmed,
    measures.source_path,
    measures.source_place
from {{ ref('fct_measure') }} as measures
left join {{ ref('dim_reform_area') }} as areas
    on measures.reform_area = areas.reform_area
