-- Where an agency keeps no register, no unit is strange to it.
with registered_agencies as (
    select distinct agency_key
    from {{ ref('stg_registers__units') }}
)

select
    plans.agency_key,
    plans.plan_key,
    units.unit_key,
    task_units.unit_name,
    coalesce(task_units.is_collective, false) as is_collective,
    units.is_in_register,
    task_units.source_sha256,
    task_units.source_path,
    task_units.source_place,
    task_units.received_at
from {{ ref('stg_plans__task_units') }} as task_units
inner join {{ ref('stg_plans__plans') }} as plans
    on task_units.plan_key = plans.plan_key
inner join registered_agencies
    on plans.agency_key = registered_agencies.agency_key
inner join {{ ref('int_units_named') }} as units
    on plans.agency_key = units.agency_key and task_units.unit_match_key = units.unit_match_key
-- Who only takes part may be of another agency.
where task_units.role = 'lead'
qualify
    row_number() over (
        partition by plans.plan_key, units.unit_key, coalesce(task_units.is_collective, false)
        order by task_units.task_no, task_units.position
    ) = 1
