with registered as (
    select
        agency_key,
        unit_key,
        unit_name,
        short_name,
        unit_kind,
        head,
        valid_from,
        valid_to
    from {{ ref('stg_registers__units') }}
    -- The version in force today, else the one that was last.
    qualify
        row_number() over (
            partition by unit_key
            order by valid_from <= {{ as_of() }} desc, valid_from desc
        ) = 1
),

named as (
    select
        agency_key,
        unit_key,
        min(unit_name) as unit_name,
        bool_and(is_collective) as is_collective,
        bool_or(is_in_tasks) as is_in_tasks
    from {{ ref('int_units_named') }}
    group by agency_key, unit_key
),

reporting as (
    select * from {{ ref('int_units_reporting') }}
),

unit_keys as (
    select unit_key from registered
    union
    select unit_key from named
    union
    select unit_key from reporting
)

select
    unit_keys.unit_key,
    coalesce(registered.agency_key, named.agency_key, reporting.agency_key) as agency_key,
    coalesce(registered.unit_name, named.unit_name, reporting.unit_name) as unit_name,
    registered.short_name,
    case
        when registered.unit_kind is not null then registered.unit_kind
        when named.unit_key is not null then 'named_in_plan'
        else 'other'
    end as unit_kind,
    registered.unit_key is null and coalesce(named.is_collective, false) as is_collective,
    registered.unit_key is not null as is_in_register,
    registered.unit_key is null and reporting.unit_key is null and not coalesce(named.is_in_tasks, true)
        as is_only_in_duties,
    registered.head,
    registered.valid_from,
    registered.valid_to
from unit_keys
left join registered
    on unit_keys.unit_key = registered.unit_key
left join named
    on unit_keys.unit_key = named.unit_key
left join reporting
    on unit_keys.unit_key = reporting.unit_key
