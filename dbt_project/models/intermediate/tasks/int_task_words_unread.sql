-- A late lead may have spoken of its task where nobody could read it: a report after its last day in time and its last
-- word has a line of tasks held back, or its sheet of tasks left unread. Which task a line is about is not guessed.
with places as (
    select
        unit_key,
        period_key,
        source_place,
        false as is_sheet
    from {{ ref('int_quarantine_current') }}
    where {{ lies_on_sheet_of_tasks('source_place') }}
    union all
    select
        reports.unit_key,
        reports.period_key,
        findings.source_place,
        true as is_sheet
    from {{ ref('int_findings_of_reports') }} as reports
    inner join {{ ref('fct_finding') }} as findings
        on reports.finding_key = findings.finding_key
    where
        reports.kind in ('missing_column', 'duplicate_column', 'duplicate_sheet', 'hidden_sheet', 'sheet_not_read')
        and {{ lies_on_sheet_of_tasks('findings.source_place') }}
),

unread as (
    select
        unit_key,
        period_key,
        -- A sheet holds all its lines.
        bool_or(is_sheet) as is_sheet,
        min_by(source_place, row(not is_sheet, source_place)) as source_place
    from places
    group by unit_key, period_key
),

progress as (
    select * from {{ ref('fct_task_progress') }}
),

late as (
    select * from progress
    where is_today and is_overdue
)

select
    late.plan_key,
    late.task_no,
    late.unit_key,
    unread.period_key,
    unread.is_sheet,
    unread.source_place
from late
-- Reports in which the unit was to speak of the task, and of which no word of it could be read.
inner join progress as awaited
    on
        late.plan_key = awaited.plan_key
        and late.task_no = awaited.task_no
        and late.unit_key = awaited.unit_key
        and awaited.state = 'not_reported'
inner join unread
    on awaited.unit_key = unread.unit_key and awaited.period_key = unread.period_key
inner join {{ ref('fct_report_submission') }} as sent
    on unread.unit_key = sent.unit_key and unread.period_key = sent.period_key
where coalesce(sent.standing_sent_date, sent.standing_received_date) > greatest(late.last_day_given, late.word_date)
-- The first of them was the one that was waited for.
qualify row_number() over (
    partition by late.plan_key, late.task_no, late.unit_key order by awaited.window_to, unread.period_key
) = 1
