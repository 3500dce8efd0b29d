with versions as (
    select
        *,
        -- The first version that was not withdrawn decides whether the report was on time, the last one what it says.
        min(sent_date) filter (where withdrawn_at is null) over of_the_report as first_sent_date,
        min(known_from) filter (where withdrawn_at is null) over of_the_report as first_received_at,
        bool_or(is_receipt_given) filter (where withdrawn_at is null) over of_the_report as is_any_receipt_given,
        count(*) filter (where withdrawn_at is null) over of_the_report as files,
        count(*) over of_the_report as versions
    from {{ ref('int_submissions_versioned') }}
    where {{ is_report('layout') }}
    window of_the_report as (partition by unit_key, period_key)
)

select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    version_no,
    report_number,
    report_state,
    is_simulated,
    is_new,
    is_standing,
    source_sha256,
    source_path,
    known_from as received_at,
    sent_date as standing_sent_date,
    first_sent_date as sent_date,
    first_received_at,
    coalesce(is_any_receipt_given, false) as is_receipt_given,
    cast(files as integer) as files,
    cast(versions as integer) as versions
from versions
-- The version that stands, the workbook before a table; where all were withdrawn, the last of them, which says nothing.
qualify
    row_number() over (
        partition by unit_key, period_key
        order by is_standing desc, case when is_standing then {{ layout_rank('layout') }} end, version_no desc
    ) = 1
