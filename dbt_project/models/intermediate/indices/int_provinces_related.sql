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
)

select
    provinces.agency_key,
    provinces.province_name,
    sides.*
from {{ ref('int_agency_province_versions') }} as provinces
inner join sides
    on provinces.province_key = sides.province_key
