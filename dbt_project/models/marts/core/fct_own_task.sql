with words as (
    select
        tasks.*,
        periods.window_to,
        submissions.is_simulated,
        {{ word_day('submissions') }} as word_date,
        -- A task that the newest list leaves out is no longer told of.
        dense_rank() over (
            partition by tasks.unit_key
            order by periods.window_to desc nulls last, periods.is_cumulative desc, tasks.period_key desc
        ) = 1 as is_last_word
    from {{ ref('stg_results__own_tasks') }} as tasks
    inner join {{ ref('int_submissions_current') }} as submissions
        on
            tasks.source_sha256 = submissions.source_sha256
            and tasks.unit_key = submissions.unit_key
            and tasks.period_key = submissions.period_key
    left join {{ ref('int_reporting_periods') }} as periods
        on tasks.agency_key = periods.agency_key and tasks.period_key = periods.period_key
),

dated as (
    select
        *
        replace (
            case when state = 'done' then coalesce(done_date, document_date, word_date) end as done_date
        ),
        cast(null as varchar) as deadline_kind,
        cast(null as date) as due_from,
        due_date as due_to,
        due_date as last_day,
        due_date as last_day_given,
        document_number is not null as has_evidence,
        -- In the newest list a task is judged today, in an older one at the end of its window.
        case when is_last_word then {{ as_of() }} else coalesce(window_to, word_date) end as judged_date
    from words
),

judged as (
    select
        *,
        {{ task_status('dated', 'dated.judged_date') }} as status
    from dated
)

select
    judged.unit_key,
    judged.period_key,
    judged.line_no,
    judged.agency_key,
    judged.window_to,
    judged.description,
    judged.product,
    judged.due_date,
    judged.plan_number,
    judged.plan_date,
    judged.state,
    judged.status,
    cast({{ task_days_late('judged', 'judged.judged_date') }} as integer) as days_late,
    judged.done_date,
    judged.document_number,
    judged.document_date,
    judged.explanation,
    judged.is_last_word,
    judged.is_simulated,
    judged.source_sha256,
    judged.source_path,
    judged.source_place,
    judged.parser_version,
    judged.received_at
from judged
