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

answering as (
    select
        plan_key,
        task_no,
        unit_key
    from leads
    where not is_collective
    union all
    select
        plan_key,
        task_no,
        unit_key
    from {{ ref('int_task_members') }}
),

speakers as (
    select
        plan_key,
        task_no,
        unit_key,
        expanded_from
    from {{ ref('int_task_members') }}
    union all
    -- Who reports on a task without being named or counted as its lead speaks for any group, or for a blank cell.
    select distinct
        words.plan_key,
        words.task_no,
        words.unit_key,
        null as expanded_from
    from {{ ref('int_task_words') }} as words
    left join answering
        on
            words.plan_key = answering.plan_key
            and words.task_no = answering.task_no
            and words.unit_key = answering.unit_key
    where answering.unit_key is null
)

select
    leads.plan_key,
    leads.task_no,
    leads.unit_key as lead_unit_key,
    case when leads.is_collective then speakers.unit_key else leads.unit_key end as speaker_unit_key,
    cast(null as varchar) as expanded_from
from leads
left join speakers
    on
        leads.is_collective
        and leads.plan_key = speakers.plan_key
        and leads.task_no = speakers.task_no
        and (leads.unit_key = speakers.expanded_from or speakers.expanded_from is null)
union all
-- A member is judged for its own part besides.
select
    plan_key,
    task_no,
    unit_key as lead_unit_key,
    unit_key as speaker_unit_key,
    expanded_from
from {{ ref('int_task_members') }}
