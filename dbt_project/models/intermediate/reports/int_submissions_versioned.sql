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
                submissions.source_path,
                submissions.source_sha256
        ) as version_no
    from {{ ref('stg_results__submissions') }} as submissions
    left join {{ ref('int_contents_received') }} as receipts
        on submissions.source_sha256 = receipts.source_sha256
),

followed as (
    select
        *,
        -- What was withdrawn takes no other version's place: the one before it stands again.
        min(case when withdrawn_at is null then known_from end) over (
            partition by unit_key, period_key
            order by version_no
            rows between 1 following and unbounded following
        ) as next_known_from
    from versions
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
    -- Withdrawn or followed before it came: a given day may be wrong, time does not run backwards.
    case
        when coalesce(next_known_from, withdrawn_at) is not null
            then greatest(known_from, least(next_known_from, withdrawn_at))
    end as known_to,
    case
        when withdrawn_at <= coalesce(next_known_from, withdrawn_at) then 'withdrawal'
        when next_known_from is not null then 'correction'
    end as closed_by,
    next_known_from is null and withdrawn_at is null as is_standing,
    source_sha256,
    source_path,
    source_place
from followed
