with provinces as (
    select * from {{ ref('provinces') }}
),

-- The first row of the same territory: what stands before it is another province, even under the same name.
beginnings as (
    select
        successor_key as province_key,
        predecessor_key as boundary_key
    from {{ ref('int_province_successions') }}
    where is_same_territory
    qualify row_number() over (partition by successor_key order by steps desc) = 1
),

final as (
    select
        provinces.province_key,
        provinces.province_code,
        provinces.province_name,
        provinces.full_name,
        provinces.ascii_slug,
        provinces.region,
        provinces.unit_set,
        provinces.valid_from,
        provinces.valid_to,
        provinces.change_type,
        provinces.successor_key,
        provinces.predecessors,
        coalesce(beginnings.boundary_key, provinces.province_key) as boundary_key,
        provinces.source_url,
        provinces.note
    from provinces
    left join beginnings
        on provinces.province_key = beginnings.province_key
)

select * from final
