with targets as (
    select * from {{ ref('int_targets_worded') }}
),

amending as (
    select
        plan_key,
        min(effective_date) as effective_date
    from {{ ref('int_plans_amended') }}
    group by plan_key
),

closings as (
    -- A plan that replaces another closes all of it; one that amends it, what it sets anew. The rest stays.
    select
        closed_plan_key as plan_key,
        closed_target_no as target_no,
        min(effective_date) as effective_date,
        min_by(plan_key, row(effective_date, plan_key)) as closed_by_plan_key
    from {{ ref('int_targets_restated') }}
    where is_closing
    group by closed_plan_key, closed_target_no
),

held as (
    select
        targets.*,
        coalesce(amending.effective_date, targets.plan_issued_date) as valid_from,
        -- What is amended on the very day it came held for that day.
        case
            when closings.effective_date is not null
                then greatest(
                    closings.effective_date - 1, coalesce(amending.effective_date, targets.plan_issued_date)
                )
        end as valid_to,
        closings.closed_by_plan_key,
        amending.plan_key is not null as is_amending
    from targets
    left join closings
        on targets.plan_key = closings.plan_key and targets.target_no = closings.target_no
    left join amending
        on targets.plan_key = amending.plan_key
),

standing as (
    select
        *,
        coalesce(valid_to >= {{ as_of() }}, true) as is_current
    from held
)

select
    *,
    -- The same figure printed again is no second commitment: both places stay, the first one counts.
    row_number() over (
        partition by commitment_key, is_current, comparator_read, value, value_max
        order by {{ number_in('target_no') }}, target_no
    ) > 1 as is_repeat
from standing
