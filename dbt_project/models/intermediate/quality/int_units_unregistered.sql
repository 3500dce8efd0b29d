with registered_agencies as (
    -- Where an agency keeps no register, no unit is strange to it.
    select distinct agency_key
    from {{ ref('stg_registers__units') }}
),

named as (
    select
        plans.agency_key,
        plans.plan_key,
        task_units.unit_match_key,
        task_units.unit_name,
        task_units.source_sha256,
        task_units.source_path,
        task_units.source_place,
        task_units.received_at
    from {{ ref('stg_plans__task_units') }} as task_units
    inner join {{ ref('stg_plans__plans') }} as plans
        on task_units.plan_key = plans.plan_key
    -- Groups stand in no register; who only takes part may be of another agency.
    where task_units.role = 'lead' and not task_units.is_collective
    qualify
        row_number() over (
            partition by plans.plan_key, task_units.unit_match_key
            order by task_units.task_no, task_units.position
        ) = 1
),

final as (
    select
        'unit_not_in_register' as kind,
        named.unit_name as subject,
        named.unit_name as value,
        named.agency_key,
        named.plan_key,
        named.source_sha256,
        named.source_path,
        named.source_place,
        named.received_at
    from named
    inner join registered_agencies
        on named.agency_key = registered_agencies.agency_key
    inner join {{ ref('int_units_named') }} as units
        on named.agency_key = units.agency_key and named.unit_match_key = units.unit_match_key
    where not units.is_in_register
)

select * from final
