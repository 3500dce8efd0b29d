-- The board and the overview count the same reports: a row here would show two numbers of missing reports on one site.
{{ config(meta={'dagster': {'ref': {'name': 'rpt_report_period'}}}) }}
with periods as (
    select
        agency_key,
        sum(on_time) as on_time,
        sum(late) as late,
        sum(missing) as missing
    from {{ ref('rpt_report_period') }}
    group by agency_key
)
select
    agencies.agency_key,
    agencies.reports_missing,
    periods.missing
from {{ ref('rpt_agency') }} as agencies
left join periods
    on agencies.agency_key = periods.agency_key
where
    agencies.reports_on_time <> coalesce(periods.on_time, 0)
    or agencies.reports_late <> coalesce(periods.late, 0)
    or agencies.reports_missing <> coalesce(periods.missing, 0)
