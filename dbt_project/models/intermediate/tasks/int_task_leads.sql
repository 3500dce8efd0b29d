with leads as (
    select
        tasks.plan_key,
        tasks.task_no,
        task_units.unit_key,
        coalesce(task_units.is_collective, true) as is_collective
    from {{ ref('stg_plans__tasks') }} as tasks
    left join {{ ref('int_task_units') }} as task_units
        on
            tasks.plan_key = task_units.plan_key
            and tasks.task_no = task_units.task_no
            and task_units.role = 'lead'
),

named_leads as (
    select
        plan_key,
        task_no,
        unit_key
    from leads
    where not is_collective
),

members as (
    -- Who reports on a task without being named as its lead speaks for the group that is, or for a blank cell.
    select distinct
        words.plan_key,
        words.task_no,
        words.unit_key
    from {{ ref('int_task_words') }} as words
    left join named_leads
        on
            words.plan_key = named_leads.plan_key
            and words.task_no = named_leads.task_no
            and words.unit_key = named_leads.unit_key
    where named_leads.unit_key is null
)

select
    leads.plan_key,
    leads.task_no,
    leads.unit_key as lead_unit_key,
    case when leads.is_collective then members.unit_key else leads.unit_key end as speaker_unit_key
from leads
left join members
    on leads.is_collective and leads.plan_key = members.plan_key and leads.task_no = members.task_no
