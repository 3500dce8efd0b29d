with clauses as (
    select
        * exclude (row_id),
        row_id as task_id
    from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_task'
),

words as (
    select * from {{ ref('int_task_words_cited') }}
),

-- A task stands on all its leads, each lead on those who speak for it.
leads as (
    select
        leads.*,
        coalesce(leads.speaker_unit_key, leads.lead_unit_key) as unit_key,
        {{ row_id('fct_task', ['leads.plan_key', 'leads.task_no']) }} as task_id,
        {{ row_id('fct_task_status', ['leads.plan_key', 'leads.task_no']) }} as row_id
    from {{ ref('int_task_leads') }} as leads
),

judged as (
    select distinct
        row_id,
        task_id
    from leads
)

select
    judged.row_id,
    clauses.*
from judged
inner join clauses
    on judged.task_id = clauses.task_id
union all by name
select distinct
    leads.row_id,
    words.*
from leads
inner join words
    on
        leads.plan_key = words.plan_key
        and leads.task_no = words.task_no
        and leads.unit_key = words.unit_key
        and (words.is_last_word or words.has_extension)
union all by name
select distinct
    {{ row_id('fct_task_status', ['plan_key', 'task_no']) }} as row_id,
    role,
    unit_key,
    said
from {{ ref('int_task_silences') }}
where period_key = 'today'
