with plans as (
    select * from {{ ref('int_plans_bounded') }}
),

-- How many there are is no part of the name: "02 chi cục" are chi cục.
collectives as (
    select distinct
        named.agency_key,
        named.unit_key,
        named.unit_match_key,
        kinds.unit_kinds
    from {{ ref('int_units_named') }} as named
    inner join {{ ref('collective_unit_kinds') }} as kinds
        on regexp_replace(named.unit_match_key, '^[0-9]+ ', '') = kinds.match_key
    where named.is_collective
)

select
    plans.plan_key,
    plans.agency_key,
    collectives.unit_key as collective_unit_key,
    {{ units_meant('min(collectives.unit_match_key)') }} as units_meant,
    regexp_matches(min(collectives.unit_match_key), '^[0-9]') as is_counted,
    cast(count(distinct registered.unit_key) as integer) as units_registered,
    list_sort(array_agg(distinct registered.unit_key) filter (where registered.unit_key is not null)) as unit_keys
from plans
inner join collectives
    on plans.agency_key = collectives.agency_key
left join {{ ref('stg_registers__units') }} as registered
    on
        plans.agency_key = registered.agency_key
        and list_contains(string_split(collectives.unit_kinds, '|'), registered.unit_kind)
        and registered.valid_from <= {{ units_day('plans', as_of()) }}
        and coalesce(registered.valid_to >= {{ units_day('plans', as_of()) }}, true)
group by plans.plan_key, plans.agency_key, collectives.unit_key
