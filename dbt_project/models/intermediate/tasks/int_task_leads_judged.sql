with members as (
    select
        *,
        {{ state_by('least(window_to, ' ~ as_of() ~ ')') }} as state_then,
        {{ is_at_work(state_by('least(window_to, ' ~ as_of() ~ ')')) }} as is_at_work
    from {{ ref('int_task_words_standing') }}
    -- Who stopped holds nobody up; a group is stopped where all its members are.
    qualify
        state is distinct from 'stopped'
        or bool_and(coalesce(state = 'stopped', false)) over (partition by plan_key, task_no, lead_unit_key, period_key)
),

spoken as (
    select
        plan_key,
        task_no,
        lead_unit_key,
        period_key,
        max(expanded_from) as expanded_from,
        max(window_to) as window_to,
        max(due_date) as due_date,
        {{ group_state('state') }} as state,
        {{ group_state('state_then') }} as state_then,
        coalesce(bool_and(is_carried) filter (where state is not null), false) as is_carried,
        -- Of a group, only what those still at work have said tells whether it is known to be late.
        max(word_date) filter (where is_at_work) as word_date,
        max(word_date) as last_word_date,
        max(done_date) as done_date,
        bool_and(coalesce(document_number is not null and state <> 'not_started', false)) as has_evidence,
        -- One member speaks for its group, in all its words: of an open one who is still at work, then who spoke last.
        {%- for column in [
            'document_number', 'document_date', 'explanation', 'source_sha256', 'source_path', 'source_place'
        ] %}
        max_by([{{ column }}], row(is_at_work, state is not null, word_date, speaker_unit_key))[1] as {{ column }},
        {%- endfor %}
        coalesce(bool_or(is_simulated), false) as is_simulated,
        max(extended_until) as extended_until,
        max_by(extension_document, extended_until) as extension_document,
        max(extension_asked_until) as extension_asked_until
    from members
    group by plan_key, task_no, lead_unit_key, period_key
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
        ) as last_day_given,
        -- Inside a report a task is judged at the end of the report's window, today at the day of the run.
        least(spoken.window_to, {{ as_of() }}) as judged_date
    from spoken
    inner join {{ ref('stg_plans__tasks') }} as tasks
        on spoken.plan_key = tasks.plan_key and spoken.task_no = tasks.task_no
),

judged as (
    select
        *,
        {{ task_status('dated', 'dated.judged_date', 'dated.state_then') }} as status
    from dated
)

select
    judged.* exclude (word_date, done_date, extended_until, extension_document),
    judged.last_word_date as word_date,
    case when judged.status in ('done_on_time', 'done_late') then judged.done_date end as done_date,
    {{ task_days_late('judged', 'judged.judged_date') }} as days_late,
    case when judged.last_day_given > judged.last_day then judged.extended_until end as extended_until,
    case when judged.last_day_given > judged.last_day then judged.extension_document end as extension_document
from judged
