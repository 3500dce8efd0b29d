select
    agency_key,
    period_key,
    scope,
    scope_key,
    unit_name,
    coalesce(period_name, period_key) as period_name,
    window_to,
    is_latest,
    state,
    units_reported,
    units_awaited,
    received,
    resolved_in_time,
    open_overdue,
    judged,
    on_time_percent,
    is_simulated
from reporting.rpt_dossier
order by agency_key asc, window_to desc, period_key asc, scope asc, scope_key asc
