-- A scorecard leads where everything leads that it counts.
with items as (
    select
        unit_key,
        period_key,
        {{ row_id('fct_report_submission', ['unit_key', 'period_key']) }} as from_id
    from {{ ref('fct_report_submission') }}
    where is_owed
    union all
    select
        unit_key,
        period_key,
        {{ row_id('fct_task_progress', ['plan_key', 'task_no', 'unit_key', 'period_key']) }} as from_id
    from {{ ref('fct_task_progress') }}
    where not is_today
    union all
    select
        scope_key as unit_key,
        period_key,
        row_id as from_id
    from {{ ref('int_progress_identified') }}
    where scope = 'unit'
    union all
    select
        unit_key,
        period_key,
        {{ row_id('fct_finding', ['finding_key']) }} as from_id
    from {{ ref('int_findings_of_reports') }}
),

sources as (
    {%- for rows in ['reports', 'task_progress', 'target_progress', 'findings'] %}
    select * from {{ ref('int_origins_of_' ~ rows) }}
    {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

origins as (
    select
        * exclude (row_id),
        row_id as from_id
    from sources
),

scorecards as (
    select
        {{ row_id('fct_unit_period', ['unit_key', 'period_key']) }} as row_id,
        unit_key,
        period_key
    from {{ ref('fct_unit_period') }}
)

-- What several of its items share is one origin: only what an origin says of itself tells it from another.
select distinct
    scorecards.row_id,
    origins.role,
    origins.said,
    origins.unit_key,
    origins.period_key,
    origins.version_no,
    origins.is_corrected,
    origins.corrected_by,
    origins.corrected_on,
    origins.is_simulated,
    {{ place_of('origins') }}
from scorecards
inner join items
    on scorecards.unit_key = items.unit_key and scorecards.period_key = items.period_key
inner join origins
    on items.from_id = origins.from_id
