with plans as (
    select
        *,
        coalesce(make_date(last_year, 12, 31), {{ as_of() }}) as last_day
    from {{ ref('int_plans_bounded') }}
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
