select
    summary_key,
    agency_key,
    agency_name,
    files,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    findings_error,
    findings_warning,
    findings_info
from reporting.rpt_quality_summary
order by summary_key
