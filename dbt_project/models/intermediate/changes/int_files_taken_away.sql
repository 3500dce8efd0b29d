with reports as (
    select
        source_sha256,
        agency_key,
        unit_key,
        period_key,
        is_simulated,
        count(*) over (partition by source_sha256) as reports_of_file
    from {{ ref('int_submissions_versioned') }}
)

select
    reports.agency_key,
    reports.unit_key,
    reports.period_key,
    reports.is_simulated,
    files.source_sha256,
    files.source_path,
    files.source_place
from {{ ref('stg_receipts__files') }} as files
-- A flat table speaks of many units: the file is named, no unit alone.
left join reports
    on files.source_sha256 = reports.source_sha256 and reports.reports_of_file = 1
where files.change_kind = 'file_taken_away'
