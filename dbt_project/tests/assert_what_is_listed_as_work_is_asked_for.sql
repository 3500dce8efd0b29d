-- What falls due and what needs attention is work that pages count: no task stands there that is asked for no more.
{{ config(meta={'dagster': {'ref': {'name': 'fct_task_status'}}}) }}
with listed as (
    select
        plan_key,
        item_no as task_no
    from {{ ref('rpt_upcoming') }}
    where kind = 'task'
    union all
    select
        plan_key,
        item_no as task_no
    from {{ ref('fct_attention') }}
    where kind = 'task'
)
select
    listed.plan_key,
    listed.task_no
from listed
inner join {{ ref('fct_task_status') }} as status
    on listed.plan_key = status.plan_key and listed.task_no = status.task_no
where not (status.is_asked and status.is_counted)
