with progress as (
    select
        {{ row_id('fct_task_progress', ['plan_key', 'task_no', 'unit_key', 'period_key']) }} as row_id,
        {{ row_id('fct_task', ['plan_key', 'task_no']) }} as task_id,
        plan_key,
        task_no,
        unit_key,
        period_key
    from {{ ref('fct_task_progress') }}
),

clauses as (
    select
        * exclude (row_id),
        row_id as task_id
    from {{ ref('int_origins_of_plan_rows') }}
    where table_name = 'fct_task'
)

select
    progress.row_id,
    clauses.*
from progress
inner join clauses
    on progress.task_id = clauses.task_id
union all by name
select
    progress.row_id,
    words.*
from progress
inner join {{ ref('int_task_words_cited') }} as words
    on
        progress.plan_key = words.plan_key
        and progress.task_no = words.task_no
        and progress.unit_key = words.unit_key
        and progress.period_key = words.period_key
