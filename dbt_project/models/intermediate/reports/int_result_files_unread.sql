-- The newest of all that could be read, withdrawn or not.
with reports as (
    select
        unit_key,
        period_key,
        max(known_from) as last_known_from
    from {{ ref('int_submissions_versioned') }}
    where {{ is_report('layout') }}
    group by unit_key, period_key
),

-- What else was read under the same name tells what it was to be, before the name does.
read_there as (
    select
        source_path,
        bool_or({{ is_report('layout') }}) as is_report
    from {{ ref('int_submissions_versioned') }}
    group by source_path
),

files as (
    select
        owned.*,
        reports.last_known_from,
        coalesce(
            read_there.is_report,
            not {{ names_one_stop('owned.source_path') }} or {{ names_one_stop('owned.unit_key') }}
        ) as is_report
    from {{ ref('int_result_files_unread_owned') }} as owned
    left join reports
        on owned.unit_key = reports.unit_key and owned.period_key = reports.period_key
    left join read_there
        on owned.source_path = read_there.source_path
    -- What no reader takes is no report that failed.
    where owned.status <> 'ignored'
)

select
    source_path,
    source_sha256,
    received_at,
    agency_key,
    unit_key,
    period_key,
    is_report,
    is_report and coalesce(last_known_from > received_at, false) as is_replaced,
    is_report
    and coalesce(last_known_from < received_at, true)
    and row_number() over (
        partition by unit_key, period_key, is_report
        order by received_at desc, source_path desc, source_sha256 desc
    ) = 1 as is_last_word
from files
