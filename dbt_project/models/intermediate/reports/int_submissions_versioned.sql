with versions as (
    select
        submissions.*,
        coalesce({{ local_date('receipts.sent_at') }}, submissions.sent_date) as day_sent,
        coalesce(receipts.received_at, submissions.received_at) as known_from,
        coalesce(receipts.is_receipt_given, false) as is_receipt_given,
        receipts.withdrawn_at,
        receipts.withdrawn_reason,
        coalesce(receipts.is_new, false) as is_new,
        coalesce(receipts.is_newly_withdrawn, false) as is_newly_withdrawn,
        coalesce(receipts.is_newly_restored, false) as is_newly_restored,
        row_number() over (
            partition by submissions.unit_key, submissions.period_key
            order by
                coalesce(receipts.received_at, submissions.received_at),
                submissions.sent_date nulls first,
                -- Received at once: nothing but chance decides, and no name of a file changes it.
                submissions.source_sha256,
                submissions.source_path
        ) as version_no
    from {{ ref('stg_results__submissions') }} as submissions
    left join {{ ref('int_contents_received') }} as receipts
        on submissions.source_sha256 = receipts.source_sha256
)

select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    cast(version_no as integer) as version_no,
    report_number,
    report_state,
    layout,
    is_simulated,
    day_sent as sent_date,
    is_receipt_given,
    is_new,
    is_newly_withdrawn,
    is_newly_restored,
    withdrawn_at,
    withdrawn_reason,
    known_from,
    -- A table adds to a workbook and does not take its place. What was withdrawn takes no other version's place:
    -- the one before it stands again.
    withdrawn_at is null
    and row_number() over (
        partition by unit_key, period_key, layout, withdrawn_at is null
        order by version_no desc
    ) = 1 as is_standing,
    source_sha256,
    source_path,
    source_place
from versions
