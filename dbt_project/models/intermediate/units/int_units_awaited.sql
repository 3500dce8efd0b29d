with plans as (
    select
        plans.plan_key,
        plans.agency_key,
        dates.effective_date,
        coalesce(make_date(plans.period_end, 12, 31), {{ as_of() }}) as last_day
    from {{ ref('stg_plans__plans') }} as plans
    inner join {{ ref('int_plans_effective') }} as dates
        on plans.plan_key = dates.plan_key
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
        -- Until the day is over the report may still come.
        and obligations.due_date < {{ as_of() }}
