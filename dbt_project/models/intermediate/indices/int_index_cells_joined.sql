with figures as (
    select * from {{ ref('stg_indices__scores') }}
    where territory <> {{ nationwide() }} and statistic in ('score', 'rank')
),

-- The score leads its cell; where no score is known, the rank does.
leading_figures as (
    select * from figures
    qualify row_number() over (
        partition by index_code, territory, year, component_code
        order by case statistic when 'score' then 1 else 2 end
    ) = 1
),

ranks as (
    select * from {{ ref('int_index_ranks_read') }}
),

gaps as (
    select * from {{ ref('int_index_gaps_followed') }}
),

final as (
    select
        coalesce(figures.index_code, gaps.index_code) as index_code,
        coalesce(figures.territory, gaps.territory) as territory,
        coalesce(figures.year, gaps.year) as year,
        coalesce(figures.component_code, gaps.component_code) as component_code,
        case when figures.statistic = 'score' then figures.value end as value,
        case when figures.statistic = 'score' then figures.unit end as unit,
        ranks.rank,
        ranks.rank_of,
        ranks.rank_of_basis,
        ranks.is_rank_computed,
        ranks.basis as rank_basis,
        ranks.source_title as rank_source_title,
        ranks.source_url as rank_source_url,
        case
            when figures.statistic = 'score' or gaps.reason is null then 'reported'
            else 'not_published'
        end as state,
        case when figures.statistic = 'score' then null else coalesce(gaps.reason, 'rank_only') end as state_reason,
        figures.basis,
        figures.source_title,
        figures.source_url,
        figures.published_date,
        case
            when figures.note <> ranks.note then figures.note || ' · ' || ranks.note
            else coalesce(figures.note, ranks.note)
        end as note,
        coalesce(figures.source_sha256, gaps.source_sha256) as source_sha256,
        coalesce(figures.source_path, gaps.source_path) as source_path,
        coalesce(figures.source_place, gaps.source_place) as source_place,
        coalesce(figures.received_at, gaps.received_at) as received_at
    from leading_figures as figures
    full outer join gaps
        on
            figures.index_code = gaps.index_code
            and figures.territory = gaps.territory
            and figures.year = gaps.year
            and figures.component_code = gaps.component_code
    left join ranks
        on
            figures.index_code = ranks.index_code
            and figures.territory = ranks.territory
            and figures.year = ranks.year
            and figures.component_code = ranks.component_code
)

select * from final
