with cells as (
    select * from {{ ref('int_index_cells_versioned') }}
),

provinces as (
    select * from {{ ref('dim_province') }}
),

components as (
    select * from {{ ref('dim_index_component') }}
),

maximums as (
    select * from {{ ref('index_maximums') }}
),

-- A cell without a score stands in the series of its neighbours where these have one unit only.
units as (
    select
        index_code,
        component_code,
        framework_version,
        min(unit) as unit
    from cells
    group by index_code, component_code, framework_version
    having min(unit) = max(unit)
),

-- Names are reused with another territory: a name counts only on the last day of the year the index speaks of.
final as (
    select
        cells.* exclude (unit),
        coalesce(cells.unit, units.unit) as unit,
        provinces.province_key,
        provinces.boundary_key,
        components.component_key,
        components.year_from as framework_year_from,
        coalesce(components.comparable_with_previous, false) as has_no_break_found,
        coalesce(maximums.max_points, components.max_points) as max_points,
        -- Two spellings of one province in one year: the catalogue's own comes first.
        row_number() over (
            partition by cells.index_code, cells.component_code, cells.year, provinces.province_key
            order by case when cells.territory = provinces.province_name then 1 else 2 end, cells.territory
        ) as spelling_order
    from cells
    left join units
        on
            cells.index_code = units.index_code
            and cells.component_code = units.component_code
            and cells.framework_version = units.framework_version
    left join provinces
        on
            {{ province_match('cells.territory') }} = {{ province_match('provinces.province_name') }}
            and make_date(cells.year, 12, 31) between provinces.valid_from
            and coalesce(provinces.valid_to, date '9999-12-31')
    left join components
        on
            cells.index_code = components.index_code
            and cells.framework_version = components.framework_version
            and cells.component_code = components.component_code
    left join maximums
        on
            cells.index_code = maximums.index_code
            and cells.component_code = maximums.component_code
            and cells.year = maximums.year
            and coalesce(cells.unit, units.unit) = 'points'
)

select * from final
