with versions as (
    select
        source_path,
        source_sha256,
        sent_at,
        received_at,
        receipt_basis = 'given' as is_receipt_given
    from {{ ref('stg_receipts__files') }}
    where withdrawn_at is null
),

submissions as (
    select
        submissions.agency_key,
        submissions.unit_key,
        submissions.unit_name,
        submissions.period_key,
        submissions.report_number,
        submissions.is_simulated,
        submissions.source_sha256,
        submissions.source_path,
        submissions.received_at,
        coalesce({{ local_date('versions.sent_at') }}, submissions.sent_date) as sent_date,
        coalesce(versions.received_at, submissions.received_at) as first_received_at,
        coalesce(versions.is_receipt_given, false) as is_receipt_given
    from {{ ref('stg_results__submissions') }} as submissions
    left join versions
        on
            submissions.source_path = versions.source_path
            and submissions.source_sha256 = versions.source_sha256
)

select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    report_number,
    is_simulated,
    source_sha256,
    source_path,
    received_at,
    -- The first file that came decides whether the report was on time, the last one what it says.
    min(sent_date) over (partition by unit_key, period_key) as sent_date,
    min(first_received_at) over (partition by unit_key, period_key) as first_received_at,
    bool_or(is_receipt_given) over (partition by unit_key, period_key) as is_receipt_given,
    cast(count(*) over (partition by unit_key, period_key) as integer) as files
from submissions
qualify
    row_number() over (
        partition by unit_key, period_key
        order by received_at desc, sent_date desc nulls last, source_path desc, source_sha256 desc
    ) = 1
