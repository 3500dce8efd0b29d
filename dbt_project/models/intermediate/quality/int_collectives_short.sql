with registered_agencies as (
    -- Where an agency keeps no register, no unit is strange to it.
    select distinct agency_key
    from {{ ref('stg_registers__units') }}
),

named as (
    select
        plans.agency_key,
        task_units.plan_key,
        units.unit_key,
        task_units.unit_name,
        task_units.source_sha256,
        task_units.source_path,
        task_units.source_place,
        task_units.received_at
    from {{ ref('stg_plans__task_units') }} as task_units
    inner join {{ ref('stg_plans__plans') }} as plans
        on task_units.plan_key = plans.plan_key
    inner join {{ ref('int_units_named') }} as units
        on plans.agency_key = units.agency_key and task_units.unit_match_key = units.unit_match_key
    where task_units.role = 'lead'
    qualify
        row_number() over (
            partition by task_units.plan_key, units.unit_key
            order by task_units.task_no, task_units.position
        ) = 1
),

final as (
    select
        'group_not_in_register' as kind,
        named.unit_name as subject,
        named.unit_name as value,
        cast(counted.units_registered as varchar) as value_a,
        named.agency_key,
        named.plan_key,
        named.source_sha256,
        named.source_path,
        named.source_place,
        named.received_at
    from named
    inner join {{ ref('int_collectives_counted') }} as counted
        on named.plan_key = counted.plan_key and named.unit_key = counted.collective_unit_key
    inner join registered_agencies
        on named.agency_key = registered_agencies.agency_key
    where not {{ is_whole_group('counted.units_meant', 'counted.is_counted', 'counted.units_registered') }}
)

select * from final
