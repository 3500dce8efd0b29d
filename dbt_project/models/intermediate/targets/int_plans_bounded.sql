with replaced as (
    select
        amended_plan_key as plan_key,
        min(effective_date) as replaced_date
    from {{ ref('int_plans_amended') }}
    where relation = 'replaces'
    group by amended_plan_key
)

select
    plans.plan_key,
    plans.agency_key,
    plans.period_start,
    {{ plan_last_year('plans') }} as last_year,
    dates.effective_date,
    dates.is_dated,
    replaced.replaced_date
from {{ ref('stg_plans__plans') }} as plans
inner join {{ ref('int_plans_effective') }} as dates
    on plans.plan_key = dates.plan_key
left join replaced
    on plans.plan_key = replaced.plan_key
