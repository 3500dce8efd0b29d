with obligations as (
    select * from {{ ref('int_obligations') }}
    where is_expected
),

reports as (
    select
        coalesce(obligations.agency_key, received.agency_key) as agency_key,
        coalesce(obligations.unit_key, received.unit_key) as unit_key,
        coalesce(obligations.period_key, received.period_key) as period_key,
        obligations.due_date_printed,
        obligations.due_date,
        obligations.legal_basis,
        obligations.level,
        obligations.report_to,
        coalesce(received.is_standing, false) as is_received,
        coalesce(not received.is_standing, false) as is_withdrawn,
        received.sent_date,
        received.first_received_at,
        {{ local_date('received.first_received_at') }} as received_date,
        case
            when received.is_standing
                then coalesce(received.standing_sent_date, {{ local_date('received.received_at') }})
        end as standing_sent_date,
        coalesce(received.is_receipt_given, false) as is_receipt_given,
        case when received.is_standing then received.report_number end as report_number,
        case when received.is_standing then received.report_state end as report_state,
        coalesce(received.files, 0) as files,
        coalesce(received.versions, 0) as versions,
        coalesce(received.is_simulated, false) as is_simulated,
        received.source_path,
        received.source_sha256
    from obligations
    full outer join {{ ref('int_reports_received') }} as received
        on obligations.unit_key = received.unit_key and obligations.period_key = received.period_key
),

judged as (
    select
        *,
        {{ report_day('reports') }} as report_date,
        {{ report_status('reports', as_of()) }} as status
    from reports
)

select
    unit_key,
    period_key,
    agency_key,
    level,
    report_to,
    due_date_printed,
    due_date,
    due_date is not null as is_owed,
    legal_basis,
    -- The day it is judged by: a day of sending after it had come is none.
    case when sent_date is not null then report_date end as sent_date,
    first_received_at as received_at,
    received_date,
    standing_sent_date,
    report_number,
    report_state,
    status,
    cast(
        case status
            when 'late' then report_date - due_date
            when 'not_reported' then {{ as_of() }} - due_date
        end as integer
    ) as days_late,
    is_received,
    is_withdrawn,
    files,
    versions,
    is_simulated,
    source_path,
    source_sha256
from judged
