with cells as (
    select * from {{ ref('int_index_cells_compared') }}
),

years as (
    select * from {{ ref('int_index_years_described') }}
),

final as (
    select
        md5(
            concat_ws('|', cells.index_code, cells.component_code, cells.territory, cells.year)
        ) as index_score_key,
        cells.index_code,
        cells.framework_version,
        cells.component_code,
        cells.component_key,
        cells.territory,
        cells.province_key,
        cells.year,
        cells.is_placed as is_in_series,
        cells.series_key,
        cells.value,
        cells.unit,
        cells.max_points,
        case
            when cells.unit = 'percent' then cells.value
            else {{ percent('cells.value', 'cells.max_points', 4) }}
        end as percent_of_max,
        cells.rank,
        cells.rank_of,
        cells.rank_of_basis,
        cells.is_rank_computed,
        cells.rank_basis,
        cells.rank_source_title,
        cells.rank_source_url,
        cells.change_from_previous,
        cells.is_comparable_with_previous,
        cells.comparability,
        -- Quartiles are of scores in points; PAPI alone has them.
        case
            when cells.unit = 'points'
                then {{ quartile_group('cells.value', 'years.q1', 'years.median', 'years.q3') }}
        end as quartile_group,
        cells.state,
        cells.state_reason,
        cells.basis,
        cells.source_title,
        cells.source_url,
        cells.published_date,
        cells.note,
        cells.source_sha256,
        cells.source_path,
        cells.source_place,
        cells.received_at
    from cells
    left join years
        on
            cells.index_code = years.index_code
            and cells.component_code = years.component_code
            and cells.year = years.year
)

select * from final
