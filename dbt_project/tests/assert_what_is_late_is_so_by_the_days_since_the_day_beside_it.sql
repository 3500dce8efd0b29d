-- A due date and the days late that stand in one row are of one reckoning: from the last day in time, as extended, to
-- the day of the run. A task is due before a day the day before it.
{{ config(meta={'dagster': {'ref': {'name': 'rpt_attention'}}}) }}
select
    attention_rank,
    kind,
    plan_key,
    item_no,
    due_date,
    days_late
from {{ ref('rpt_attention') }}
where days_late is not null and due_date + days_late is distinct from {{ as_of() }}
union all
select
    null as attention_rank,
    'task' as kind,
    plan_key,
    task_no as item_no,
    last_day_given as due_date,
    days_late
from {{ ref('rpt_plan_task') }}
where days_late is not null and done_date is null and last_day_given + days_late is distinct from {{ as_of() }}
