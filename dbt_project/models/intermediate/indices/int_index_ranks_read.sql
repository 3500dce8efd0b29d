with ranks as (
    select * from {{ ref('stg_indices__scores') }}
    where statistic = 'rank' and territory <> {{ nationwide() }}
),

distribution as (
    select * from {{ ref('stg_indices__distribution') }}
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
        coalesce({{ rank_of_stated('ranks.note') }}, distribution.n_provinces) as rank_of,
        -- PAPI publishes quartile groups: whoever gives a rank has computed it.
        ranks.basis in ('derived', 'dataset-derived') or ranks.index_code = 'PAPI' as is_rank_computed
    from ranks
    left join distribution
        on
            ranks.index_code = distribution.index_code
            and ranks.component_code = distribution.component_code
            and ranks.year = distribution.year
)

select * from final
