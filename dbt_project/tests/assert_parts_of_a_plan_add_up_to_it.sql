-- What a plan holds is split over areas and over units without a rest: a plan of measures and duties as well as one
-- with an annex.
{{ config(meta={'dagster': {'ref': {'name': 'rpt_plan'}}}) }}
with areas as (
    select
        plan_key,
        sum(targets) as targets,
        sum(goals) as goals,
        sum(tasks) as tasks,
        sum(measures) as measures
    from {{ ref('rpt_plan_area') }}
    group by plan_key
),

units as (
    select
        plan_key,
        sum(duties) as duties
    from {{ ref('rpt_plan_unit') }}
    group by plan_key
)

select plans.plan_key
from {{ ref('rpt_plan') }} as plans
left join areas
    on plans.plan_key = areas.plan_key
left join units
    on plans.plan_key = units.plan_key
where
    plans.targets <> coalesce(areas.targets, 0)
    or plans.goals <> coalesce(areas.goals, 0)
    or plans.tasks <> coalesce(areas.tasks, 0)
    or plans.measures <> coalesce(areas.measures, 0)
    or plans.duties <> coalesce(units.duties, 0)
