with distribution as (
    select * from {{ ref('stg_indices__distribution') }}
),

-- The distribution names no source of its own: it was computed from the data file that the same year's statistics name.
data_files as (
    select
        index_code,
        year,
        min(source_title) as source_title,
        min(source_url) as source_url
    from {{ ref('stg_indices__scores') }}
    where territory = {{ nationwide() }} and basis = 'dataset-derived'
    group by index_code, year
),

final as (
    select
        distribution.index_code,
        distribution.year,
        distribution.component_code,
        statistics.statistic,
        case statistics.statistic
            when 'min' then distribution.minimum
            when 'q1' then distribution.q1
            when 'median' then distribution.median
            when 'q3' then distribution.q3
            when 'max' then distribution.maximum
            when 'mean' then distribution.mean
        end as value,
        data_files.source_title,
        data_files.source_url,
        distribution.source_path,
        distribution.source_place
    from distribution
    cross join (values ('min'), ('q1'), ('median'), ('q3'), ('max'), ('mean')) as statistics (statistic)
    left join data_files
        on distribution.index_code = data_files.index_code and distribution.year = data_files.year
)

select * from final
