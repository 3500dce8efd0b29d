select
    status,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    ignored_reason,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_files') }}
