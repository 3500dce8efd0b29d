select
    plan_key,
    duty_no,
    section,
    unit,
    duty,
    deadline_text,
    deadline_kind,
    due_date,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_duties') }}
