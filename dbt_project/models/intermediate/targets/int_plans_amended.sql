with plans as (
    select * from {{ ref('int_plans_effective') }}
),

amendments as (
    select * from {{ ref('stg_plans__amendments') }}
),

matched as (
    select
        plan_key,
        replaces_plan_key as amended_plan_key,
        'replaces' as relation
    from plans
    where replaces_plan_key is not null
    union all
    select
        amendments.plan_key,
        amended.plan_key as amended_plan_key,
        amendments.relation
    from amendments
    inner join plans as amending
        on amendments.plan_key = amending.plan_key
    inner join plans as amended
        on
            amendments.number = amended.number
            and amending.agency_key = amended.agency_key
            and amending.plan_key <> amended.plan_key
            -- Offices count from one again every January.
            and {{ dates_agree('amendments.document_date', 'amended.issued_date') }}
    -- Without a date the newest plan of that number is meant.
    qualify
        row_number() over (
            partition by amendments.plan_key, amendments.amendment_no
            order by amended.issued_date desc nulls last, amended.plan_key asc
        ) = 1
)

select
    matched.plan_key,
    matched.amended_plan_key,
    -- What replaces a plan whole leaves nothing to amend.
    case when bool_or(matched.relation = 'replaces') then 'replaces' else min(matched.relation) end as relation,
    -- A day before that of the plan amended is assumed or misprinted: no target ends before it begins.
    max(greatest(plans.effective_date, coalesce(amended.effective_date, plans.effective_date))) as effective_date
from matched
inner join plans
    on matched.plan_key = plans.plan_key
left join plans as amended
    on matched.amended_plan_key = amended.plan_key
group by matched.plan_key, matched.amended_plan_key
