with mentions as (
    select
        plans.agency_key,
        task_units.unit_match_key,
        task_units.unit_name,
        task_units.is_collective,
        true as is_in_tasks,
        'task ' || task_units.plan_key || task_units.task_no || task_units.role || task_units.position as mention_order
    from {{ ref('stg_plans__task_units') }} as task_units
    inner join {{ ref('stg_plans__plans') }} as plans
        on task_units.plan_key = plans.plan_key
    union all
    -- Who has a duty but no task comes after: the annex calls units by their names.
    select
        plans.agency_key,
        duties.unit_match_key,
        duties.unit as unit_name,
        false as is_collective,
        false as is_in_tasks,
        'z duty ' || duties.plan_key || duties.duty_no as mention_order
    from {{ ref('stg_plans__duties') }} as duties
    inner join {{ ref('stg_plans__plans') }} as plans
        on duties.plan_key = plans.plan_key
    where duties.unit is not null
),

names as (
    select
        agency_key,
        unit_match_key,
        min_by(unit_name, mention_order) as unit_name,
        bool_or(is_collective) or {{ names_several('unit_match_key') }} as is_collective,
        bool_or(is_in_tasks) as is_in_tasks
    from mentions
    group by agency_key, unit_match_key
),

aliases as (
    select
        agency_key,
        match_key,
        min(unit_key) as unit_key
    from {{ ref('stg_registers__unit_aliases') }}
    group by agency_key, match_key
)

select
    names.agency_key,
    names.unit_match_key,
    names.unit_name,
    -- Match keys keep their accents; a key becomes part of a page's name and must not.
    coalesce(
        aliases.unit_key,
        names.agency_key || '/' || {{ slug('names.unit_match_key') }}
    ) as unit_key,
    names.is_collective and aliases.unit_key is null as is_collective,
    names.is_in_tasks,
    aliases.unit_key is not null as is_in_register
from names
left join aliases
    on names.agency_key = aliases.agency_key and names.unit_match_key = aliases.match_key
