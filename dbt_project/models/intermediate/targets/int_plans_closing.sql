with amendments as (
    select * from {{ ref('int_plans_amended') }}
),

siblings as (
    select
        later.plan_key,
        earlier.plan_key as closed_plan_key,
        -- The later of two speaks after the earlier: it replaces whatever else amends what it replaces.
        case when earlier.relation = 'replaces' then 'amends' else later.relation end as relation,
        later.effective_date,
        earlier.relation = 'supplements' as is_supplement
    from amendments as later
    inner join amendments as earlier
        on
            later.amended_plan_key = earlier.amended_plan_key
            and (
                later.effective_date > earlier.effective_date
                or (later.effective_date = earlier.effective_date and later.plan_key > earlier.plan_key)
            )
),

pairs as (
    select
        plan_key,
        amended_plan_key as closed_plan_key,
        relation,
        effective_date,
        false as is_supplement
    from amendments
    union all by name
    select siblings.*
    from siblings
    -- What the two are to each other in their own words comes first.
    left join amendments as spoken
        on
            (siblings.plan_key = spoken.plan_key and siblings.closed_plan_key = spoken.amended_plan_key)
            or (siblings.plan_key = spoken.amended_plan_key and siblings.closed_plan_key = spoken.plan_key)
    where spoken.plan_key is null
)

select
    plan_key,
    closed_plan_key,
    -- Two plans may amend several together.
    case when bool_or(relation = 'replaces') then 'replaces' else min(relation) end as relation,
    bool_or(is_supplement or relation = 'supplements') as is_addition,
    min(effective_date) as effective_date
from pairs
group by plan_key, closed_plan_key
