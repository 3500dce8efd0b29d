select
    plan_key,
    correction_no,
    row_kind,
    row_no,
    clause,
    action,
    state,
    field,
    field_title,
    value_before,
    value_after,
    reviewer,
    reviewed_on,
    reason,
    source_path,
    source_place
from {{ ref('fct_plan_correction') }}
-- A row that a person only confirmed says so itself; hundreds of ticks would bury the corrections.
where action <> 'confirmed'
