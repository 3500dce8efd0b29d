with ranks as (
    select * from {{ ref('stg_indices__scores') }}
    where statistic = 'rank' and territory <> {{ nationwide() }}
),

years as (
    select * from {{ ref('int_index_years_described') }}
),

final as (
    select
        ranks.index_code,
        ranks.territory,
        ranks.year,
        ranks.component_code,
        ranks.basis,
        ranks.source_title,
        ranks.source_url,
        ranks.note,
        cast(ranks.value as integer) as rank,
        coalesce({{ rank_of_stated('ranks.note') }}, years.n_provinces) as rank_of,
        case
            when {{ rank_of_stated('ranks.note') }} is not null then 'stated' else years.n_provinces_basis
        end as rank_of_basis,
        -- PAPI publishes quartile groups: whoever gives a rank has computed it.
        {{ is_computed_figure('ranks.basis') }} or ranks.index_code = 'PAPI' as is_rank_computed
    from ranks
    left join years
        on
            ranks.index_code = years.index_code
            and ranks.component_code = years.component_code
            and ranks.year = years.year
)

select * from final
