with targets as (
    select * from {{ ref('stg_plans__targets') }}
),

plans as (
    select
        *,
        coalesce(number, plan_key) as plan_name
    from {{ ref('stg_plans__plans') }}
),

restated as (
    select
        restated.plan_key,
        restated.target_no,
        max(restated.subject) as subject,
        '“' || string_agg(distinct restated.closed_subject, '”; “' order by restated.closed_subject) || '”'
            as closed_subjects,
        string_agg(distinct closed.plan_name, ', ' order by closed.plan_name) as closed_plans
    from {{ ref('int_targets_restated') }} as restated
    inner join plans as closed
        on restated.closed_plan_key = closed.plan_key
    group by restated.plan_key, restated.target_no
    -- One that closes something has found its own.
    having not bool_or(restated.is_closing)
),

final as (
    select
        'amended_target_unclear' as kind,
        restated.target_no as subject,
        restated.closed_subjects as value,
        restated.closed_plans as value_a,
        restated.subject as value_b,
        plans.agency_key,
        restated.plan_key,
        targets.source_sha256,
        targets.source_path,
        targets.source_place,
        targets.received_at
    from restated
    inner join targets
        on restated.plan_key = targets.plan_key and restated.target_no = targets.target_no
    inner join plans
        on restated.plan_key = plans.plan_key
)

select * from final
