select
    plan_key,
    measure_no,
    section,
    section_title,
    reform_area_name,
    papi_dimension,
    parent_no,
    description,
    review_state,
    is_corrected,
    reviewed_by,
    reviewed_on,
    review_reason,
    is_unconfirmed
from reporting.rpt_plan_measure
order by plan_key, sort_order, measure_no
