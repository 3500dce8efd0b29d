with targets as (
    select
        *,
        {{ subject_match('subject') }} as subject_key
    from {{ ref('int_targets_worded') }}
),

plans as (
    select * from {{ ref('int_plans_closing') }}
),

restated as (
    -- Set anew is the same indicator, unit and years, or the same words where no indicator is known.
    select
        plans.plan_key,
        anew.target_no,
        plans.closed_plan_key,
        closed.target_no as closed_target_no,
        plans.relation,
        plans.is_addition,
        plans.effective_date,
        anew.subject,
        closed.subject as closed_subject,
        coalesce(closed.subject_key = anew.subject_key, false) as is_same_subject,
        -- Printed twice in the same words it is still one: there is nothing to mix up.
        count(distinct coalesce(closed.subject_key, '')) over (
            partition by plans.plan_key, anew.target_no, plans.closed_plan_key
        ) as wordings
    from plans
    inner join targets as closed
        on plans.closed_plan_key = closed.plan_key
    left join targets as anew
        on
            plans.plan_key = anew.plan_key
            and closed.unit = anew.unit
            and closed.year_from is not distinct from anew.year_from
            and closed.year_to is not distinct from anew.year_to
            and (
                closed.indicator_code = anew.indicator_code
                or (
                    coalesce(closed.indicator_code, anew.indicator_code) is null
                    and closed.subject_key = anew.subject_key
                )
            )
    where plans.relation = 'replaces' or anew.target_no is not null
)

select
    plan_key,
    target_no,
    closed_plan_key,
    closed_target_no,
    effective_date,
    subject,
    closed_subject,
    -- What is added stands beside what was there: only the same words close it.
    relation = 'replaces'
    or is_same_subject
    -- Where the plan amended has several, another amendment's one may be any of them.
    or (max(wordings) over (partition by plan_key, target_no) = 1 and not is_addition) as is_closing
from restated
