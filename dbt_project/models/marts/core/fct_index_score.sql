with cells as (
    select * from {{ ref('int_index_cells_placed') }}
),

cells_of_series as (
    select
        *,
        -- A name that no province had then, or a second spelling of one that has its figure, stays alone in its year.
        case
            when province_key is not null and spelling_order = 1 then province_key
            else 'unplaced_' || territory || '_' || year
        end as series_territory
    from cells
),

series as (
    select
        *,
        {{ series_key(
            'index_code', 'component_code', 'framework_version', 'series_territory', 'unit', 'max_points'
        ) }} as series_key
    from cells_of_series
),

-- A change is to the year before, never over a year without a figure.
compared as (
    select
        *,
        cast(
            case when lag(year) over years = year - 1 then value - lag(value) over years end as decimal(18, 4)
        ) as change_from_previous
    from series
    window years as (partition by series_key order by year)
),

final as (
    select
        md5(
            concat_ws('|', index_code, component_code, territory, year)
        ) as index_score_key,
        index_code,
        framework_version,
        component_code,
        component_key,
        territory,
        province_key,
        year,
        series_key,
        value,
        unit,
        max_points,
        case
            when unit = 'percent' then value
            else {{ percent('value', 'max_points', 4) }}
        end as percent_of_max,
        rank,
        rank_of,
        is_rank_computed,
        rank_basis,
        rank_source_title,
        rank_source_url,
        change_from_previous,
        state,
        state_reason,
        basis,
        source_title,
        source_url,
        published_date,
        note,
        source_sha256,
        source_path,
        source_place,
        received_at
    from compared
)

select * from final
