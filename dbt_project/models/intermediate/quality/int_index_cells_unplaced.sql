with cells as (
    select * from {{ ref('int_index_cells_placed') }}
),

-- One finding a territory and year, one a component and year: at its first place.
territories as (
    select
        'index_territory_unknown' as kind,
        territory as subject,
        cast(year as varchar) as value,
        source_sha256,
        source_path,
        source_place,
        received_at
    from cells
    where province_key is null
    qualify row_number() over (partition by index_code, territory, year order by source_path, source_place) = 1
),

spellings as (
    select
        'index_territory_repeated' as kind,
        territory as subject,
        cast(year as varchar) as value,
        source_sha256,
        source_path,
        source_place,
        received_at
    from cells
    where province_key is not null and spelling_order > 1
    qualify row_number() over (partition by index_code, territory, year order by source_path, source_place) = 1
),

frameworks as (
    select
        'index_framework_unknown' as kind,
        index_code || ' ' || component_code as subject,
        cast(year as varchar) as value,
        source_sha256,
        source_path,
        source_place,
        received_at
    from cells
    where component_key is null
    qualify row_number() over (partition by index_code, component_code, year order by source_path, source_place) = 1
),

final as (
    select * from territories
    union all by name
    select * from spellings
    union all by name
    select * from frameworks
)

select * from final
