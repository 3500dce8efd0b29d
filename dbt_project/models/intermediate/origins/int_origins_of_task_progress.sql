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
        coalesce(moments.speaker_unit_key, moments.lead_unit_key) as unit_key,
        units.unit_name
    from {{ ref('int_task_words_standing') }} as moments
    left join {{ ref('int_units') }} as units
        on coalesce(moments.speaker_unit_key, moments.lead_unit_key) = units.unit_key
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
        case when moments.source_place = words.source_place then 'task_word' else 'earlier_word' end as role
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
    row_id,
    case when due_date >= {{ as_of() }} then 'awaited' else 'missing' end as role,
    unit_key,
    coalesce(unit_name, 'đơn vị chủ trì') || case
        when period_key = 'today' then ': chưa có báo cáo nào về nhiệm vụ này'
        else ': báo cáo kỳ này chưa nói gì về nhiệm vụ này'
    end as said
from moments
where state is null
