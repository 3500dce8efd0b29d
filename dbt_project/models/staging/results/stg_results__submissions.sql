select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    report_number,
    sent_date,
    prepared_by,
    template_version,
    layout,
    report_state,
    is_simulated,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'results_submissions') }}
