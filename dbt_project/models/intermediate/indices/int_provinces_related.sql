with sides as (
    select
        successor_key as province_key,
        predecessor_key as other_province_key,
        predecessor_name as other_province_name,
        'predecessor' as relation,
        succession_date,
        is_same_territory,
        is_same_name,
        steps,
        source_url
    from {{ ref('bridge_province_succession') }}
    union all
    select
        predecessor_key as province_key,
        successor_key as other_province_key,
        successor_name as other_province_name,
        'successor' as relation,
        succession_date,
        is_same_territory,
        is_same_name,
        steps,
        source_url
    from {{ ref('bridge_province_succession') }}
    union all
    -- What a province was merged with; where its name went on, these came before the province of that name.
    select
        own.predecessor_key as province_key,
        other.predecessor_key as other_province_key,
        other.predecessor_name as other_province_name,
        'sibling' as relation,
        own.succession_date,
        false as is_same_territory,
        false as is_same_name,
        own.steps,
        own.source_url
    from {{ ref('bridge_province_succession') }} as own
    inner join {{ ref('bridge_province_succession') }} as other
        on
            own.successor_key = other.successor_key
            and own.predecessor_key <> other.predecessor_key
    where own.steps = 1 and other.steps = 1 and not own.is_same_name
)

select
    provinces.agency_key,
    provinces.province_name,
    sides.*
from {{ ref('int_agency_province_versions') }} as provinces
inner join sides
    on provinces.province_key = sides.province_key
