with clauses as (
    select
        * exclude (row_id),
        row_id as task_id
    from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_task'
),

words as (
    select
        *,
        {{ row_id('fct_task_word', ['plan_key', 'task_no', 'unit_key', 'period_key']) }} as word_id
    from {{ ref('int_task_words_cited') }}
),

moments as (
    select
        moments.*,
        {{ row_id(
            'fct_task_progress',
            ['moments.plan_key', 'moments.task_no', 'moments.lead_unit_key', 'moments.period_key']
        ) }} as row_id,
        coalesce(moments.speaker_unit_key, moments.lead_unit_key) as unit_key
    from {{ ref('int_task_words_standing') }} as moments
    where moments.lead_unit_key is not null
),

judged as (
    select
        word_id as row_id,
        {{ row_id('fct_task', ['plan_key', 'task_no']) }} as task_id
    from words
    union
    select
        row_id,
        {{ row_id('fct_task', ['plan_key', 'task_no']) }} as task_id
    from moments
)

select
    judged.row_id,
    clauses.*
from judged
inner join clauses on judged.task_id = clauses.task_id
union all by name
select
    word_id as row_id,
    * exclude (word_id)
from words
union all by name
-- What stands then, and whatever gave more time before.
select
    moments.row_id,
    words.* replace (
        -- The same line of another file is another word.
        case
            when moments.source_sha256 = words.source_sha256 and moments.source_place = words.source_place
                then 'task_word'
            else 'earlier_word'
        end as role
    )
from moments
inner join words
    on
        moments.plan_key = words.plan_key
        and moments.task_no = words.task_no
        and moments.unit_key = words.unit_key
        and (
            (moments.source_sha256 = words.source_sha256 and moments.source_place = words.source_place)
            or (words.has_extension and coalesce(moments.window_to >= words.window_to, true))
        )
union all by name
select
    {{ row_id('fct_task_progress', ['plan_key', 'task_no', 'lead_unit_key', 'period_key']) }} as row_id,
    role,
    unit_key,
    nullif(period_key, 'today') as period_key,
    said
from {{ ref('int_task_silences') }}
where lead_unit_key is not null
