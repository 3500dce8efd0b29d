-- Every document that the reader says a plan carries out is one of the citations of its opening, unless a person has
-- corrected what is cited there.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_plan_document'}}}) }}
with cited as (
    select
        plan_key,
        bool_or(is_corrected) as is_corrected,
        array_agg(number_printed) filter (where role = 'implements') as numbers
    from {{ ref('bridge_plan_document') }}
    group by plan_key
)

select
    parents.plan_key,
    parents.number
from {{ ref('stg_plans__parents') }} as parents
left join cited
    on parents.plan_key = cited.plan_key
where not coalesce(cited.is_corrected or list_contains(cited.numbers, parents.number), false)
