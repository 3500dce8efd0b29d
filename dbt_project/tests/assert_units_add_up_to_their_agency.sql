-- Reports belong to one unit each: what units owe, sent and left out adds up to what the overview says of their agency.
{{ config(meta={'dagster': {'ref': {'name': 'rpt_agency'}}}) }}
with units as (
    select
        agency_key,
        sum(reports_due) as reports_due,
        sum(reports_on_time) as reports_on_time,
        sum(reports_late) as reports_late,
        sum(reports_missing) as reports_missing
    from {{ ref('rpt_unit') }}
    group by agency_key
)
select
    agencies.agency_key,
    agencies.reports_due,
    units.reports_due as reports_due_of_units
from {{ ref('rpt_agency') }} as agencies
left join units
    on agencies.agency_key = units.agency_key
where
    agencies.reports_due <> coalesce(units.reports_due, 0)
    or agencies.reports_on_time <> coalesce(units.reports_on_time, 0)
    or agencies.reports_late <> coalesce(units.reports_late, 0)
    or agencies.reports_missing <> coalesce(units.reports_missing, 0)
