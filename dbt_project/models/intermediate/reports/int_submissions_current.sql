with versions as (
    select
        *,
        min(sent_date) over of_the_layout as first_sent_date,
        min(known_from) over of_the_layout as first_received_at
    from {{ ref('int_submissions_versioned') }}
    where withdrawn_at is null
    window of_the_layout as (partition by unit_key, period_key, layout)
)

select
    agency_key,
    unit_key,
    unit_name,
    period_key,
    layout,
    report_number,
    report_state,
    is_simulated,
    source_sha256,
    source_path,
    known_from as received_at,
    first_sent_date as sent_date,
    first_received_at
from versions
where is_standing
