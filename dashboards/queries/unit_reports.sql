select
    unit_key,
    period_key,
    period_name,
    due_date,
    due_date_printed,
    sent_date,
    received_at,
    status,
    days_late,
    source_path,
    is_simulated
from reporting.rpt_unit_report
order by unit_key, due_date, period_key
