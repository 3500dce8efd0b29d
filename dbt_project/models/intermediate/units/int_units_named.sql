with mentions as (
    select
        plans.agency_key,
        task_units.unit_match_key,
        task_units.unit_name,
        task_units.is_collective,
        task_units.plan_key || task_units.task_no || task_units.role || task_units.position as mention_order
    from {{ ref('stg_plans__task_units') }} as task_units
    inner join {{ ref('stg_plans__plans') }} as plans
        on task_units.plan_key = plans.plan_key
),

names as (
    select
        agency_key,
        unit_match_key,
        min_by(unit_name, mention_order) as unit_name,
        bool_and(is_collective) as is_collective
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
    names.is_collective,
    -- Match keys keep their accents; a key becomes part of a page's name and must not.
    coalesce(
        aliases.unit_key,
        names.agency_key || '/' || {{ slug('names.unit_match_key') }}
    ) as unit_key,
    aliases.unit_key is not null as is_in_register
from names
left join aliases
    on names.agency_key = aliases.agency_key and names.unit_match_key = aliases.match_key
