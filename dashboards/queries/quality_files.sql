select
    source_path,
    source_sha256,
    source_kind,
    agency_key,
    status,
    received_at,
    receipt_basis,
    size_bytes,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    ignored_reason,
    refused_reason,
    withdrawn_at,
    withdrawn_by,
    is_balanced,
    findings_error,
    findings_warning,
    findings_info
from reporting.rpt_quality_file
order by source_kind, source_path, received_at, source_sha256
