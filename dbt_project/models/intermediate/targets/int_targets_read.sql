with targets as (
    select * from {{ ref('int_targets_worded') }}
),

amendments as (
    select * from {{ ref('int_plans_amended') }}
),

amending as (
    select
        plan_key,
        min(effective_date) as effective_date
    from amendments
    group by plan_key
),

closings as (
    -- A plan that replaces another closes all of it; one that amends it, what it sets anew: the same indicator, unit
    -- and years, or the same words where no indicator is known. The rest stays.
    select
        closed.plan_key,
        closed.target_no,
        min(amendments.effective_date) as effective_date,
        min_by(amendments.plan_key, amendments.effective_date) as closed_by_plan_key
    from amendments
    inner join targets as closed
        on amendments.amended_plan_key = closed.plan_key
    left join targets as anew
        on
            amendments.plan_key = anew.plan_key
            and closed.unit = anew.unit
            and closed.year_from is not distinct from anew.year_from
            and closed.year_to is not distinct from anew.year_to
            and (
                closed.indicator_code = anew.indicator_code
                or (
                    coalesce(closed.indicator_code, anew.indicator_code) is null
                    and lower(closed.subject) = lower(anew.subject)
                )
            )
    where amendments.relation = 'replaces' or anew.target_no is not null
    group by closed.plan_key, closed.target_no
)

select
    targets.*,
    coalesce(amending.effective_date, targets.plan_issued_date) as valid_from,
    closings.effective_date - 1 as valid_to,
    closings.closed_by_plan_key,
    amending.plan_key is not null as is_amending,
    coalesce(closings.effective_date > {{ as_of() }}, true) as is_current
from targets
left join closings
    on targets.plan_key = closings.plan_key and targets.target_no = closings.target_no
left join amending
    on targets.plan_key = amending.plan_key
