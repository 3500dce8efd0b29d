select
    agency_key,
    agency_name,
    files,
    files_unreadable,
    files_ignored,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    findings_error,
    findings_warning,
    findings_info
from reporting.rpt_quality_summary
order by agency_key nulls last
