{%- set said = [
    'state', 'done_date', 'named_done_date', 'document_number', 'document_date', 'explanation',
    'source_sha256', 'source_path', 'source_place', 'is_simulated',
] -%}

with moments as (
    select
        moments.*,
        tasks.deadline_kind,
        periods.window_to,
        moments.period_key = 'today' as is_today
    from {{ ref('int_task_moments') }} as moments
    inner join {{ ref('stg_plans__tasks') }} as tasks
        on moments.plan_key = tasks.plan_key and moments.task_no = tasks.task_no
    inner join {{ ref('stg_plans__plans') }} as plans
        on moments.plan_key = plans.plan_key
    left join {{ ref('int_reporting_periods') }} as periods
        on plans.agency_key = periods.agency_key and moments.period_key = periods.period_key
),

heard as (
    select
        moments.*,
        {%- for column in said + ['word_date', 'extension_until'] %}
        words.{{ column }},
        {%- endfor %}
        case when words.extension_until is not null then words.extension_document end as given_by,
        words.period_key as word_period_key,
        row_number() over (
            partition by
                moments.plan_key, moments.task_no, moments.lead_unit_key, moments.speaker_unit_key, moments.period_key
            order by
                words.period_key = moments.period_key desc,
                words.window_to desc, words.is_cumulative desc, words.source_place asc
        ) as recency
    from moments
    left join {{ ref('int_task_words') }} as words
        on
            moments.plan_key = words.plan_key
            and moments.task_no = words.task_no
            and moments.speaker_unit_key = words.unit_key
            and (moments.is_today or moments.window_to >= words.window_to)
),

-- More time needs a document; the newest one says until when. Only asked for, it changes nothing.
extended as (
    select
        *,
        min_by(extension_until, recency) filter (where given_by is not null) over one as extended_until,
        min_by(given_by, recency) filter (where given_by is not null) over one as extended_by,
        is_today or word_period_key = period_key as is_own,
        {{ is_said_for_good('state', 'deadline_kind') }} as is_said_for_good
    from heard
    window one as (partition by plan_key, task_no, lead_unit_key, speaker_unit_key, period_key)
)

select
    plan_key,
    task_no,
    lead_unit_key,
    speaker_unit_key,
    expanded_from,
    period_key,
    window_to,
    due_date,
    coalesce(not is_own and is_said_for_good, false) as is_carried,
    {%- for column in said %}
    case when is_own or is_said_for_good then {{ column }} end as {{ column }},
    {%- endfor %}
    word_date,
    extended_until,
    extended_by as extension_document,
    case when given_by is null then extension_until end as extension_asked_until
from extended
where recency = 1
-- When the years of the plan are over, only what was left open is still asked for.
qualify
    not is_after_plan
    or bool_or(is_own or not is_said_for_good) over (partition by plan_key, task_no, lead_unit_key, period_key)
