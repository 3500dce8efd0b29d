with submissions as (
    select
        {{ row_id('fct_report_submission', ['rows.unit_key', 'rows.period_key']) }} as row_id,
        rows.unit_key,
        rows.period_key,
        rows.status,
        rows.is_received,
        rows.has_unreadable_file,
        units.unit_name || ', ' || periods.period_name as of_what
    from {{ ref('fct_report_submission') }} as rows
    inner join {{ ref('int_units') }} as units
        on rows.unit_key = units.unit_key
    inner join {{ ref('int_reporting_periods') }} as periods
        on rows.agency_key = periods.agency_key and rows.period_key = periods.period_key
),

versions as (
    select
        *,
        known_from as received_at,
        case when is_standing then 'report' else 'earlier_report' end as role,
        'bản ' || version_no || coalesce(', số ' || report_number, '')
        || coalesce(', gửi ngày ' || strftime(sent_date, '%d/%m/%Y'), '')
        || coalesce(', đã rút: ' || withdrawn_reason, '') as said
    from {{ ref('int_submissions_versioned') }}
    where {{ is_report('layout') }}
),

obligations as (
    select
        *,
        'hạn gửi ' || strftime(due_date, '%d/%m/%Y') || coalesce('; căn cứ: ' || legal_basis, '') as said
    from {{ ref('int_obligations') }}
    where is_expected
)

select
    submissions.row_id,
    'obligation' as role,
    obligations.*
from submissions
inner join obligations
    on submissions.unit_key = obligations.unit_key and submissions.period_key = obligations.period_key
union all by name
select
    submissions.row_id,
    versions.*
from submissions
inner join versions
    on submissions.unit_key = versions.unit_key and submissions.period_key = versions.period_key
union all by name
select
    row_id,
    case when status = 'not_due' then 'awaited' else 'missing' end as role,
    unit_key,
    period_key,
    of_what || case when status = 'not_due' then ': chưa đến hạn gửi báo cáo' else ': chưa có báo cáo' end as said
from submissions
where not is_received and status <> 'unreadable'
union all by name
select
    submissions.row_id,
    'unreadable_file' as role,
    submissions.unit_key,
    submissions.period_key,
    submissions.of_what || ': tệp gửi đến không đọc được' as said,
    unread.source_path,
    unread.source_sha256,
    unread.received_at
from submissions
inner join {{ ref('int_result_files_unread') }} as unread
    on submissions.unit_key = unread.unit_key and submissions.period_key = unread.period_key
where submissions.has_unreadable_file and unread.is_report
