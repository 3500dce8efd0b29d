-- A file whose content holds reports is of the units that these are of, whoever sent it.
with reports as (
    select
        source_sha256,
        unit_key,
        period_key
    from {{ ref('int_submissions_versioned') }}
),

unread as (
    select
        owned.source_sha256,
        owned.unit_key,
        owned.period_key
    from {{ ref('int_result_files_unread_owned') }} as owned
    left join reports
        on owned.source_sha256 = reports.source_sha256
    where reports.source_sha256 is null
),

said as (
    select * from reports
    union all
    select * from unread
)

select
    source_sha256,
    min(unit_key) as unit_key,
    {{ only_one('period_key') }} as period_key
from said
group by source_sha256
having count(distinct unit_key) = 1
