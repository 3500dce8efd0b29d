with leads as (
    select * from {{ ref('int_task_leads') }}
    union all by name
    -- Whom a group means besides, and no register names, has said nothing.
    select * from {{ ref('int_task_leads_unheard') }}
),

owed as (
    select * from {{ ref('int_task_words_owed') }}
),

asked as (
    select * from owed
    union all by name
    select
        plan_key,
        task_no,
        unit_key,
        period_key
    from {{ ref('int_task_words') }}
),

moments as (
    select
        leads.plan_key,
        leads.task_no,
        leads.lead_unit_key,
        asked.period_key,
        coalesce(bool_or(asked.is_after_plan), false) as is_after_plan
    from leads
    inner join asked
        on
            leads.plan_key = asked.plan_key
            and leads.task_no = asked.task_no
            and leads.speaker_unit_key = asked.unit_key
    group by leads.plan_key, leads.task_no, leads.lead_unit_key, asked.period_key
    union all by name
    select distinct
        plan_key,
        task_no,
        lead_unit_key,
        'today' as period_key,
        false as is_after_plan
    from leads
)

select
    leads.plan_key,
    leads.task_no,
    leads.lead_unit_key,
    leads.speaker_unit_key,
    leads.expanded_from,
    moments.period_key,
    moments.is_after_plan,
    owed.due_date
from moments
-- Of a group, who says nothing and owes nothing is one of those it waits for all the same.
inner join leads
    on
        moments.plan_key = leads.plan_key
        and moments.task_no = leads.task_no
        and moments.lead_unit_key is not distinct from leads.lead_unit_key
left join owed
    on
        moments.plan_key = owed.plan_key
        and moments.task_no = owed.task_no
        and moments.period_key = owed.period_key
        and leads.speaker_unit_key = owed.unit_key
