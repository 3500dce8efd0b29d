with cells as (
    select * from {{ ref('int_index_cells_joined') }}
),

-- The year decides the version; an edition (pilot, announced criteria) stands before the framework it lies in.
versions as (
    select distinct
        index_code,
        framework_version,
        year_from,
        year_to,
        is_edition
    from {{ ref('dim_index_component') }}
),

final as (
    select
        cells.*,
        coalesce(versions.framework_version, 'unknown_' || cells.year) as framework_version
    from cells
    left join versions
        on
            cells.index_code = versions.index_code
            and cells.year between versions.year_from and versions.year_to
    qualify row_number() over (
        partition by cells.index_code, cells.territory, cells.year, cells.component_code
        order by versions.is_edition desc nulls last, versions.framework_version asc
    ) = 1
)

select * from final
