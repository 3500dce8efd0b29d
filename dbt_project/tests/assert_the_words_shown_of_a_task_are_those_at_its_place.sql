-- A row is a failure: document, day or explanation shown for a lead are not those of the word that the row points to.
{{ config(meta={'dagster': {'ref': {'name': 'fct_task_progress'}}}) }}
select
    progress.plan_key,
    progress.task_no,
    progress.unit_key,
    progress.period_key
from {{ ref('fct_task_progress') }} as progress
left join {{ ref('fct_task_word') }} as words
    on
        progress.plan_key = words.plan_key
        and progress.task_no = words.task_no
        and progress.source_sha256 = words.source_sha256
        and progress.source_place = words.source_place
        and progress.document_number is not distinct from words.document_number
        and progress.document_date is not distinct from words.document_date
        and progress.explanation is not distinct from words.explanation
where
    words.plan_key is null
    and concat(
        progress.source_sha256, progress.document_number, progress.document_date, progress.explanation
    ) <> ''
