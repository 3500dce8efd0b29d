-- What a unit said of a task, in one line, with the version of the report that says it.
select
    words.plan_key,
    words.task_no,
    words.unit_key,
    words.period_key,
    words.window_to,
    words.is_last_word,
    case when words.is_last_word then 'task_word' else 'earlier_word' end as role,
    {{ task_state_text('words.state') }}
    || coalesce(', ngày ' || strftime(words.done_date, '%d/%m/%Y'), '')
    || coalesce(', văn bản ' || words.document_number, '')
    || coalesce(', gia hạn đến ' || strftime(words.extension_until, '%d/%m/%Y'), '')
    || coalesce(' (' || words.extension_document || ')', '')
    || coalesce(': ' || words.explanation, '') as said,
    words.extension_until is not null as has_extension,
    versions.version_no,
    words.is_simulated,
    {{ place_of('words') }}
from {{ ref('int_task_words') }} as words
left join {{ ref('int_contents_versioned') }} as versions
    on
        words.source_sha256 = versions.source_sha256
        and words.unit_key = versions.unit_key
        and words.period_key = versions.period_key
