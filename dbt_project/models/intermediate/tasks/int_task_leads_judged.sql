with spoken as (
    select
        leads.plan_key,
        leads.task_no,
        leads.lead_unit_key,
        max(leads.expanded_from) as expanded_from,
        {{ group_state('words.state') }} as state,
        -- Of a group, only what those still at work have said tells whether it is known to be late.
        max(words.word_date) filter (where words.state not in ('done', 'stopped')) as word_date,
        max(words.word_date) as last_word_date,
        max(words.done_date) as done_date,
        coalesce(bool_or(words.document_number is not null and words.state <> 'not_started'), false) as has_evidence,
        max_by(words.document_number, words.word_date || words.unit_key) as document_number,
        max_by(words.explanation, words.word_date || words.unit_key) as explanation,
        coalesce(bool_or(words.is_simulated), false) as is_simulated,
        max(extensions.extended_until) as extended_until,
        max_by(extensions.extension_document, extensions.extended_until) as extension_document,
        max(extensions.extension_asked_until) as extension_asked_until
    from {{ ref('int_task_leads') }} as leads
    left join {{ ref('int_task_words') }} as words
        on
            leads.plan_key = words.plan_key
            and leads.task_no = words.task_no
            and leads.speaker_unit_key = words.unit_key
            and words.is_last_word
    left join {{ ref('int_task_extensions') }} as extensions
        on
            leads.plan_key = extensions.plan_key
            and leads.task_no = extensions.task_no
            and leads.speaker_unit_key = extensions.unit_key
    group by leads.plan_key, leads.task_no, leads.lead_unit_key
),

dated as (
    select
        spoken.*,
        tasks.deadline_kind,
        tasks.due_from,
        tasks.due_to,
        {{ last_day_in_time('tasks.due_to', 'tasks.is_strict') }} as last_day,
        -- More time never means less: a day before the first due date changes nothing.
        greatest(
            {{ last_day_in_time('tasks.due_to', 'tasks.is_strict') }},
            case when tasks.due_to is not null then spoken.extended_until end
        ) as last_day_given
    from spoken
    inner join {{ ref('stg_plans__tasks') }} as tasks
        on spoken.plan_key = tasks.plan_key and spoken.task_no = tasks.task_no
),

judged as (
    select
        *,
        {{ task_status('dated', as_of()) }} as status
    from dated
)

select
    judged.plan_key,
    judged.task_no,
    judged.lead_unit_key,
    judged.expanded_from,
    judged.state,
    judged.last_word_date as word_date,
    case when judged.status in ('done_on_time', 'done_late') then judged.done_date end as done_date,
    judged.has_evidence,
    judged.document_number,
    judged.explanation,
    judged.is_simulated,
    judged.status,
    {{ task_days_late('judged', as_of()) }} as days_late,
    case when judged.last_day_given > judged.last_day then judged.extended_until end as extended_until,
    case when judged.last_day_given > judged.last_day then judged.extension_document end as extension_document,
    judged.extension_asked_until
from judged
