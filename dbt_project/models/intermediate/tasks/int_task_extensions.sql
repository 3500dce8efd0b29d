with words as (
    select * from {{ ref('int_task_words') }}
    where extension_until is not null
)

select
    plan_key,
    task_no,
    unit_key,
    -- More time needs a document; the newest one says until when. Only asked for, it changes nothing.
    max_by(extension_until, row(window_to, is_last_word, period_key)) filter (where extension_document is not null)
        as extended_until,
    max_by(extension_document, row(window_to, is_last_word, period_key)) filter (where extension_document is not null)
        as extension_document,
    max(case when is_last_word and extension_document is null then extension_until end) as extension_asked_until
from words
group by plan_key, task_no, unit_key
