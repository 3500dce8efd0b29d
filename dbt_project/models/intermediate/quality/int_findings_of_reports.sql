-- A finding of a whole file belongs to the report that the file holds.
select
    findings.finding_key,
    coalesce(findings.unit_key, reports.unit_key) as unit_key,
    coalesce(findings.period_key, reports.period_key) as period_key,
    findings.kind,
    findings.severity
from {{ ref('fct_finding') }} as findings
left join {{ ref('fct_report_submission') }} as reports
    on
        findings.source_sha256 = reports.source_sha256
        and (findings.unit_key is null or findings.unit_key = reports.unit_key)
        and (findings.period_key is null or findings.period_key = reports.period_key)
where findings.is_open and findings.source in ('results', 'rules')
