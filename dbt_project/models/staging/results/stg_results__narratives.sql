select
    agency_key,
    unit_key,
    period_key,
    section,
    content,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'results_narratives') }}
