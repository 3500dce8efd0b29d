select
    agency_key,
    unit_key,
    period_key,
    plan_key,
    task_no,
    state,
    done_date,
    document_number,
    document_date,
    explanation,
    extension_until,
    extension_document,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'results_tasks') }}
