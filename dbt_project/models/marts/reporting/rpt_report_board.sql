with findings as (
    select
        unit_key,
        period_key,
        count(*) filter (where severity = 'error') as findings_error,
        count(*) filter (where severity = 'warning') as findings_warning
    from {{ ref('int_findings_of_reports') }}
    group by unit_key, period_key
),

held_back as (
    select
        unit_key,
        period_key,
        count(*) as values_quarantined
    from {{ ref('int_quarantine_current') }}
    group by unit_key, period_key
)

select
    reports.agency_key,
    reports.unit_key,
    units.unit_name,
    reports.period_key,
    coalesce(periods.period_name, reports.period_key) as period_name,
    coalesce(periods.period_year, cast(left(reports.period_key, 4) as integer)) as period_year,
    periods.window_to,
    reports.level,
    reports.report_to,
    reports.due_date,
    reports.due_date_printed,
    reports.legal_basis,
    reports.sent_date,
    reports.received_date,
    reports.standing_sent_date,
    reports.standing_received_date,
    reports.status,
    reports.days_late,
    reports.versions,
    reports.files,
    reports.report_state,
    reports.is_withdrawn,
    reports.has_unreadable_file,
    reports.unreadable_received_date,
    cast(coalesce(findings.findings_error, 0) as integer) as findings_error,
    cast(coalesce(findings.findings_warning, 0) as integer) as findings_warning,
    cast(coalesce(held_back.values_quarantined, 0) as integer) as values_quarantined,
    reports.source_path,
    reports.is_simulated or coalesce(agencies.is_simulated, false) as is_simulated
from {{ ref('fct_report_submission') }} as reports
left join {{ ref('dim_unit') }} as units
    on reports.unit_key = units.unit_key
left join {{ ref('dim_agency') }} as agencies
    on reports.agency_key = agencies.agency_key
left join {{ ref('dim_agency_period') }} as periods
    on reports.agency_key = periods.agency_key and reports.period_key = periods.period_key
left join findings
    on reports.unit_key = findings.unit_key and reports.period_key = findings.period_key
left join held_back
    on reports.unit_key = held_back.unit_key and reports.period_key = held_back.period_key
