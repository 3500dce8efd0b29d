select
    index_code,
    territory,
    cast(year as integer) as year,
    component_code,
    reason,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'indices_gaps') }}
