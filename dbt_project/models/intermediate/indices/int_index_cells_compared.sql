with cells as (
    select
        *,
        province_key is not null and spelling_order = 1 as is_placed,
        -- A name that no province had then, or a second spelling of one that has its figure, stays alone in its year.
        case
            when province_key is not null and spelling_order = 1 then boundary_key
            else 'unplaced_' || territory || '_' || year
        end as series_territory
    from {{ ref('int_index_cells_placed') }}
),

series as (
    select
        *,
        {{ series_key(
            'index_code', 'component_code', 'framework_version', 'series_territory', 'unit', 'max_points'
        ) }} as series_key
    from cells
),

-- The year before is that of the same territory, else of the same name: so that a break can say what broke.
paired as (
    select
        series.*,
        years_before.value as value_before,
        {{ comparability('series', 'years_before') }} as comparability
    from series
    left join series as years_before
        on
            series.index_code = years_before.index_code
            and series.component_code = years_before.component_code
            and series.year - 1 = years_before.year
            and (
                series.series_territory = years_before.series_territory
                or {{ province_match('series.territory') }} = {{ province_match('years_before.territory') }}
            )
    qualify row_number() over (
        partition by series.index_code, series.component_code, series.territory, series.year
        order by
            (series.series_territory = years_before.series_territory) desc nulls last,
            years_before.is_placed desc nulls last,
            years_before.territory asc
    ) = 1
)

select
    *,
    comparability = 'comparable' as is_comparable_with_previous,
    cast(case when comparability = 'comparable' then value - value_before end as decimal(18, 4)) as change_from_previous
from paired
