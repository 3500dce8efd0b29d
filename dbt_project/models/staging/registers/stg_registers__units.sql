select
    agency_key,
    unit_key,
    unit_name,
    short_name,
    unit_kind,
    head,
    valid_from,
    valid_to,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'registers_units') }}
