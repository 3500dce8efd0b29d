select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    report_number,
    report_state,
    is_simulated,
    source_sha256,
    source_path,
    received_at,
    sent_date,
    first_received_at,
    is_receipt_given,
    files
from {{ ref('int_reports_received') }}
where is_standing
