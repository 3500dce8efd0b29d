with corrected as (
    select distinct
        unit_key,
        period_key,
        layout
    from {{ ref('int_figures_changed') }}
)

select
    reports.agency_key,
    reports.unit_key,
    reports.period_key,
    reports.layout,
    reports.is_simulated,
    'số liệu không đổi'
    || case
        when reports.report_state = 'signed' and coalesce(reports.previous_report_state, '') <> 'signed'
            then '; nay là bản chính thức, đã ký'
        else ''
    end as detail,
    reports.source_path,
    reports.source_place
from {{ ref('int_reports_changed') }} as reports
left join corrected
    on
        reports.unit_key = corrected.unit_key
        and reports.period_key = corrected.period_key
        and reports.layout = corrected.layout
where reports.previous_sha256 is not null and reports.is_new and corrected.unit_key is null
