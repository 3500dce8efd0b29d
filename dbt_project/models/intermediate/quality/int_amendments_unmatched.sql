with plans as (
    select * from {{ ref('stg_plans__plans') }}
),

amendments as (
    select * from {{ ref('stg_plans__amendments') }}
),

matched as (
    select
        amended.plan_key,
        plans.number,
        plans.issued_date,
        amended.amended_plan_key
    from {{ ref('int_plans_amended') }} as amended
    inner join plans
        on amended.amended_plan_key = plans.plan_key
),

unmatched as (
    select
        amendments.plan_key,
        amendments.number,
        amendments.document_date,
        amendments.source_place
    from amendments
    left join matched
        on
            amendments.plan_key = matched.plan_key
            and amendments.number = matched.number
            and {{ dates_agree('amendments.document_date', 'matched.issued_date') }}
    -- Any other document may be no plan at all.
    where matched.plan_key is null and amendments.is_called_plan
    union all
    -- The key that the .yml beside the plan names.
    select
        plans.plan_key,
        plans.replaces_plan_key as number,
        null as document_date,
        plans.source_place
    from plans
    left join matched
        on plans.plan_key = matched.plan_key and plans.replaces_plan_key = matched.amended_plan_key
    where plans.replaces_plan_key is not null and matched.plan_key is null
),

final as (
    select
        'amended_plan_missing' as kind,
        concat_ws(' ', unmatched.number, unmatched.document_date) as subject,
        unmatched.number as value,
        plans.agency_key,
        plans.plan_key,
        plans.source_sha256,
        plans.source_path,
        unmatched.source_place,
        plans.received_at
    from unmatched
    inner join plans
        on unmatched.plan_key = plans.plan_key
)

select * from final
