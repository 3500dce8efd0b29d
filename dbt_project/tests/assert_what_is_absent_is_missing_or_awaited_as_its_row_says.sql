-- Lineage may not accuse: behind a row of which nothing is due nothing is missing, and behind one that did not come
-- something is. What was owed for an earlier window of the year is missing whatever this one says.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_row_origin'}}}) }}
with stated as (
    select
        {{ row_id('fct_task_progress', ['plan_key', 'task_no', 'unit_key', 'period_key']) }} as row_id,
        state,
        period_key
    from {{ ref('fct_task_progress') }}
    union all
    select
        {{ row_id('fct_report_submission', ['unit_key', 'period_key']) }} as row_id,
        status as state,
        period_key
    from {{ ref('fct_report_submission') }}
    union all
    select
        {{ row_id('fct_target_progress', ['plan_key', 'target_no', 'period_key', 'scope', 'scope_key']) }} as row_id,
        state,
        period_key
    from {{ ref('fct_target_progress') }}
    -- Of nobody nothing is owed.
    where units_concerned > 0
),

absences as (
    select
        stated.row_id,
        stated.state,
        count(*) filter (
            where origins.role = 'missing' and coalesce(origins.period_key = stated.period_key, true)
        ) as missing_now,
        count(*) filter (where origins.role = 'missing') as missing,
        count(*) filter (where origins.role in ('awaited', 'unasked')) as awaited,
        count(*) filter (where starts_with(origins.role, 'figure')) as figures
    from stated
    left join {{ ref('bridge_row_origin') }} as origins
        on stated.row_id = origins.row_id
    group by stated.row_id, stated.state
)

select
    row_id,
    state,
    missing,
    awaited
from absences
where
    (state = 'not_due' and (missing_now > 0 or awaited = 0))
    -- A year to date that nobody owed an earlier window of has the figures of this one.
    or (state = 'not_reported' and missing = 0 and (figures = 0 or awaited > 0))
union all
select
    origins.row_id,
    progress.state,
    1 as missing,
    0 as awaited
from {{ ref('fct_task_progress') }} as progress
inner join {{ ref('bridge_row_origin') }} as origins
    on
        origins.row_id in (
            {{ row_id('fct_task_status', ['progress.plan_key', 'progress.task_no']) }},
            {{ row_id('fct_attention', ["'task'", 'progress.plan_key', 'progress.task_no', 'progress.unit_key']) }}
        )
        and progress.unit_key = origins.unit_key
where progress.is_today and progress.state = 'not_due' and origins.role = 'missing'
