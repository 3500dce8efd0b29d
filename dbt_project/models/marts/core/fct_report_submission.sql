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
        {{ day_of_sending('received.sent_date', local_date('received.first_received_at')) }} as sent_date,
        received.first_received_at,
        {{ local_date('received.first_received_at') }} as received_date,
        case when received.is_standing then received.standing_sent_date end as standing_sent_date,
        case when received.is_standing then {{ local_date('received.received_at') }} end as standing_received_date,
        case when received.is_standing then received.report_number end as report_number,
        case when received.is_standing then received.report_state end as report_state,
        {%- for column, nil in [('is_receipt_given', false), ('files', 0), ('versions', 0), ('is_simulated', false)] %}
        coalesce(received.{{ column }}, {{ nil }}) as {{ column }},
        {%- endfor %}
        unread.source_sha256 is not null as has_unreadable_file,
        {{ local_date('unread.received_at') }} as unreadable_received_date,
        coalesce(unread.source_path, received.source_path) as source_path,
        coalesce(unread.source_sha256, received.source_sha256) as source_sha256
    from obligations
    full outer join {{ ref('int_reports_received') }} as received
        on obligations.unit_key = received.unit_key and obligations.period_key = received.period_key
    left join {{ ref('int_result_files_unread') }} as unread
        on
            coalesce(obligations.unit_key, received.unit_key) = unread.unit_key
            and coalesce(obligations.period_key, received.period_key) = unread.period_key
            and unread.is_last_word and received.is_standing is not true
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
    sent_date,
    first_received_at as received_at,
    received_date,
    {{ day_of_sending('standing_sent_date', 'standing_received_date') }} as standing_sent_date,
    standing_received_date,
    report_number,
    report_state,
    status,
    {{ report_days_late('status', 'report_date', 'due_date', as_of()) }} as days_late,
    is_received,
    is_withdrawn,
    has_unreadable_file,
    unreadable_received_date,
    files,
    versions,
    is_simulated,
    source_path,
    source_sha256
from judged
