with statistics as (
    select * from {{ ref('int_index_statistics_chosen') }}
),

components as (
    select * from {{ ref('dim_index_component') }}
),

described as (
    select * from {{ ref('int_index_years_described') }}
),

-- Statistics over 63 and over 34 provinces are two series.
territories as (
    select
        years.year,
        max(provinces.unit_set) as unit_set
    from (select distinct year from statistics) as years
    inner join {{ ref('dim_province') }} as provinces
        on
            make_date(years.year, 12, 31) between provinces.valid_from
            and coalesce(provinces.valid_to, date '9999-12-31')
    group by years.year
),

versioned as (
    select
        statistics.*,
        coalesce(components.framework_version, 'unknown_' || statistics.year) as framework_version,
        components.max_points
    from statistics
    left join components
        on
            statistics.index_code = components.index_code
            and statistics.component_code = components.component_code
            and statistics.year between components.year_from and components.year_to
    qualify row_number() over (
        partition by statistics.index_code, statistics.component_code, statistics.year, statistics.statistic
        order by components.is_edition desc nulls last, components.framework_version asc
    ) = 1
),

final as (
    select
        versioned.index_code,
        versioned.component_code,
        versioned.year,
        versioned.framework_version,
        {{ series_key(
            'versioned.index_code', 'versioned.component_code', 'versioned.framework_version',
            "coalesce('nationwide_' || territories.unit_set, 'nationwide')", 'versioned.unit', 'versioned.max_points'
        ) }} as series_key,
        versioned.statistic,
        versioned.value,
        versioned.unit,
        described.n_provinces,
        described.n_provinces_basis,
        versioned.basis,
        versioned.source_title,
        versioned.source_url
    from versioned
    left join territories
        on versioned.year = territories.year
    left join described
        on
            versioned.index_code = described.index_code
            and versioned.component_code = described.component_code
            and versioned.year = described.year
)

select * from final
