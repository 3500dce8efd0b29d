with reports as (
    select
        coalesce(obligations.agency_key, submissions.agency_key) as agency_key,
        coalesce(obligations.unit_key, submissions.unit_key) as unit_key,
        coalesce(obligations.period_key, submissions.period_key) as period_key,
        obligations.due_date as due_date_printed,
        coalesce(days.working_date, obligations.due_date) as due_date,
        obligations.legal_basis,
        submissions.unit_key is not null as is_received,
        submissions.sent_date,
        submissions.first_received_at,
        {{ local_date('submissions.first_received_at') }} as received_date,
        coalesce(submissions.is_receipt_given, false) as is_receipt_given,
        submissions.report_number,
        submissions.files,
        coalesce(submissions.is_simulated, false) as is_simulated,
        submissions.source_path,
        submissions.source_sha256
    from {{ ref('stg_registers__obligations') }} as obligations
    full outer join {{ ref('int_submissions_current') }} as submissions
        on obligations.unit_key = submissions.unit_key and obligations.period_key = submissions.period_key
    left join {{ ref('int_calendar_days') }} as days
        on obligations.due_date = days.calendar_date
),

judged as (
    select
        *,
        {{ report_status('reports', as_of()) }} as status
    from reports
)

select
    unit_key,
    period_key,
    agency_key,
    due_date_printed,
    due_date,
    due_date is not null as is_owed,
    legal_basis,
    sent_date,
    first_received_at as received_at,
    report_number,
    status,
    cast(
        case status
            when 'late' then coalesce(sent_date, received_date) - due_date
            when 'not_reported' then {{ as_of() }} - due_date
        end as integer
    ) as days_late,
    files,
    is_simulated,
    source_path,
    source_sha256
from judged
