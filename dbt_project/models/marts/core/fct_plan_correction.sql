select
    corrections.plan_key,
    corrections.correction_no,
    plans.agency_key,
    corrections.row_kind,
    corrections.row_no,
    corrections.clause,
    corrections.action,
    corrections.state,
    corrections.field,
    coalesce(titles.word, corrections.field) as field_title,
    corrections.value_before,
    corrections.value_after,
    corrections.reviewer,
    corrections.reviewed_on,
    corrections.reason,
    corrections.source_sha256,
    corrections.source_path,
    corrections.source_place,
    corrections.parser_version,
    corrections.received_at
from {{ ref('stg_plans__corrections') }} as corrections
inner join {{ ref('dim_plan') }} as plans
    on corrections.plan_key = plans.plan_key
left join {{ ref('code_words') }} as titles
    -- A field is called as on the sheet of its kind of row.
    on corrections.field = titles.code and 'review_field_' || corrections.row_kind = titles.domain
