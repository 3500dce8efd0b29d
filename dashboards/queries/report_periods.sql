select
    agency_key,
    period_key,
    period_name,
    window_to,
    due_date_first,
    due_date_last,
    expected,
    received,
    on_time,
    late,
    late_days_max,
    missing,
    unreadable,
    not_due,
    unknown,
    not_owed,
    drafts
from reporting.rpt_report_period
order by agency_key asc, window_to desc nulls last, period_key asc
