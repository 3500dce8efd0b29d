with words as (
    select
        tasks.*,
        periods.window_to,
        periods.is_cumulative,
        submissions.is_simulated,
        {{ word_day('submissions') }} as word_date
    from {{ ref('stg_results__tasks') }} as tasks
    inner join {{ ref('int_submissions_current') }} as submissions
        on
            tasks.source_sha256 = submissions.source_sha256
            and tasks.unit_key = submissions.unit_key
            and tasks.period_key = submissions.period_key
    inner join {{ ref('int_reporting_periods') }} as periods
        on tasks.agency_key = periods.agency_key and tasks.period_key = periods.period_key
),

first_words as (
    select
        plan_key,
        task_no,
        unit_key,
        min(word_date) as first_done_word_date
    from words
    where state = 'done'
    group by plan_key, task_no, unit_key
)

select
    words.plan_key,
    words.task_no,
    words.unit_key,
    words.agency_key,
    words.period_key,
    words.window_to,
    words.is_cumulative,
    words.state,
    words.document_number,
    words.document_date,
    words.explanation,
    words.extension_until,
    words.extension_document,
    words.is_simulated,
    words.word_date,
    case when words.state = 'done' then coalesce(words.done_date, words.document_date) end as named_done_date,
    -- A unit that names no day was done at the latest when it first said so.
    case
        when words.state = 'done'
            then coalesce(words.done_date, words.document_date, first_words.first_done_word_date)
    end as done_date,
    words.source_sha256,
    words.source_path,
    words.source_place,
    words.parser_version,
    words.received_at,
    row_number() over (
        partition by words.plan_key, words.task_no, words.unit_key
        order by words.window_to desc, words.is_cumulative desc, words.source_place asc
    ) = 1 as is_last_word
from words
left join first_words
    on
        words.plan_key = first_words.plan_key
        and words.task_no = first_words.task_no
        and words.unit_key = first_words.unit_key
