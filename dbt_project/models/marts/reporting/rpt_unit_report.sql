select
    reports.unit_key,
    reports.period_key,
    coalesce(periods.period_name, reports.period_key) as period_name,
    reports.due_date,
    reports.due_date_printed,
    reports.sent_date,
    reports.received_at,
    reports.status,
    reports.days_late,
    reports.source_path,
    reports.is_simulated or coalesce(agencies.is_simulated, false) as is_simulated
from {{ ref('fct_report_submission') }} as reports
left join {{ ref('dim_agency') }} as agencies
    on reports.agency_key = agencies.agency_key
left join {{ ref('dim_agency_period') }} as periods
    on reports.agency_key = periods.agency_key and reports.period_key = periods.period_key
