select
    agency_key,
    unit_key,
    period_key,
    field_name,
    opening,
    received,
    resolved_early,
    resolved_on_time,
    resolved_late,
    open_in_time,
    open_overdue,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'results_dossiers') }}
