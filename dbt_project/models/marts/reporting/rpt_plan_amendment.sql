with amended as (
    select
        plan_key,
        amended_plan_key as other_plan_key,
        relation,
        effective_date,
        false as is_amended
    from {{ ref('int_plans_amended') }}
    union all
    select
        amended_plan_key as plan_key,
        plan_key as other_plan_key,
        relation,
        effective_date,
        true as is_amended
    from {{ ref('int_plans_amended') }}
)

select
    amended.plan_key,
    amended.other_plan_key,
    amended.is_amended,
    amended.relation,
    amended.effective_date,
    others.number as other_number,
    others.issued_date_text as other_issued_date_text,
    others.title as other_title
from amended
inner join {{ ref('dim_plan') }} as others
    on amended.other_plan_key = others.plan_key
