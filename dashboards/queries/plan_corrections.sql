select
    plan_key,
    correction_no,
    row_kind,
    row_no,
    clause,
    action,
    state,
    field_title,
    value_before,
    value_after,
    reviewer,
    reviewed_on,
    reason,
    source_path,
    source_place
from reporting.rpt_plan_correction
order by plan_key, correction_no
