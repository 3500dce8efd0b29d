with agency_provinces as (
    select * from {{ ref('int_agency_provinces') }}
),

components as (
    select * from {{ ref('dim_index_component') }}
),

-- What was published of the agency's province, and what its plans and units have to show: either alone is a cell.
cells as (
    select
        agency_provinces.agency_key,
        scores.index_code,
        scores.component_code,
        scores.year
    from agency_provinces
    inner join {{ ref('fct_index_score') }} as scores
        on
            agency_provinces.province_key = scores.province_key
            and agency_provinces.year = scores.year
            and scores.is_in_series
    union
    select
        agency_key,
        index_code,
        component_code,
        year
    from {{ ref('int_yardstick_items_linked') }}
)

-- Names and framework are those of the year; of a year that no framework speaks of, the newest one's.
select
    cells.agency_key,
    cells.index_code,
    cells.component_code,
    cells.year,
    components.component_name,
    components.component_level,
    components.component_order,
    agency_provinces.province_name,
    agency_provinces.province_key,
    agency_provinces.boundary_key
from cells
inner join agency_provinces
    on cells.agency_key = agency_provinces.agency_key and cells.year = agency_provinces.year
left join components
    on cells.index_code = components.index_code and cells.component_code = components.component_code
qualify row_number() over (
    partition by cells.agency_key, cells.index_code, cells.component_code, cells.year
    order by
        cells.year between components.year_from and components.year_to desc,
        cells.year between components.year_from and components.year_to and components.is_edition desc,
        components.year_from desc,
        components.framework_version desc
) = 1
