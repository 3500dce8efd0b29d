with plans as (
    select
        plans.plan_key,
        plans.agency_key,
        dates.effective_date,
        coalesce(make_date({{ plan_last_year('plans') }}, 12, 31), {{ as_of() }}) as last_day,
        min(amendments.effective_date) as replaced_date
    from {{ ref('stg_plans__plans') }} as plans
    inner join {{ ref('int_plans_effective') }} as dates
        on plans.plan_key = dates.plan_key
    left join {{ ref('int_plans_amended') }} as amendments
        on plans.plan_key = amendments.amended_plan_key and amendments.relation = 'replaces'
    group by all
)

select distinct
    plans.plan_key,
    obligations.unit_key
from plans
inner join {{ ref('int_obligations') }} as obligations
    on
        plans.agency_key = obligations.agency_key
        and obligations.level = 'unit'
        and obligations.is_expected
        and obligations.window_to between plans.effective_date and plans.last_day
        -- Whoever owes a report after that owes it to the plan that came in its place.
        and coalesce(plans.replaced_date > obligations.window_to, true)
        -- Until the day is over the report may still come.
        and obligations.due_date < {{ as_of() }}
