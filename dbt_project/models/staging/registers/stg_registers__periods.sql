select
    agency_key,
    period_key,
    period_name,
    window_from,
    window_to,
    is_cumulative,
    legal_basis,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'registers_periods') }}
