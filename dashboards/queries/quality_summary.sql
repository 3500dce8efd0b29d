select
    summary_key,
    agency_key,
    agency_name,
    files,
    files_read,
    files_unreadable,
    files_ignored,
    files_superseded,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    findings_error,
    findings_warning,
    findings_info
from reporting.rpt_quality_summary
order by agency_key nulls last
