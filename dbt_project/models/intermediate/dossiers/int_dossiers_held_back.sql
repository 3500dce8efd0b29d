select
    versions.agency_key,
    cells.unit_key,
    cells.period_key,
    bool_or({{ is_line_lost('cells.rule') }}) as is_any_line_lost,
    cast(count(*) as integer) as values_quarantined
from {{ ref('int_quarantine_current') }} as cells
inner join {{ ref('int_submissions_current') }} as versions
    on
        cells.source_sha256 = versions.source_sha256
        and cells.unit_key = versions.unit_key
        and cells.period_key = versions.period_key
-- Only tables of the one-stop system, which no unit owes as its report.
where not {{ is_report('versions.layout') }}
group by versions.agency_key, cells.unit_key, cells.period_key
