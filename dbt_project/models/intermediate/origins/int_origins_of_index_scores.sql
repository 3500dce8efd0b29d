with scores as (
    select
        *,
        {{ row_id('fct_index_score', ['index_score_key']) }} as row_id,
        state = 'reported' and {{ is_computed_figure('basis') }} as is_computed
    from {{ ref('fct_index_score') }}
),

lines as (
    select
        *,
        {{ plain_number('value') }} as said
    from {{ ref('stg_indices__scores') }}
),

distribution as (
    select * from {{ ref('stg_indices__distribution') }}
)

-- The line of the figure, or of why there is none, and who published it; of one nobody published, how it came about.
select
    scores.row_id,
    case
        when scores.state <> 'reported' then 'not_published'
        when scores.is_computed then 'index_cell_computed' else 'index_cell'
    end as role,
    concat_ws(
        '; ', coalesce({{ plain_number('scores.value') }}, 'hạng ' || scores.rank, scores.state_reason),
        case when scores.is_computed then lines.note end, scores.source_title, scores.source_url
    ) as said,
    scores.source_path,
    scores.source_sha256,
    scores.source_place,
    scores.received_at
from scores
left join lines
    on scores.source_path = lines.source_path and scores.source_place = lines.source_place
union all by name
select
    scores.row_id,
    'rank' as role,
    'hạng ' || lines.said || coalesce(' trên ' || scores.rank_of, '')
    || coalesce(case when {{ is_computed_figure('lines.basis') }} then '; ' || lines.note end, '') as said,
    {{ place_of('lines') }}
from scores
inner join lines
    on
        scores.index_code = lines.index_code
        and scores.territory = lines.territory
        and scores.year = lines.year
        and scores.component_code = lines.component_code
        and lines.statistic = 'rank'
where scores.rank is not null and scores.source_place <> lines.source_place
union all by name
select
    scores.row_id,
    'distribution' as role,
    distribution.n_provinces || ' tỉnh, thành phố' as said,
    {{ place_of('distribution') }}
from scores
inner join distribution
    on
        scores.index_code = distribution.index_code
        and scores.year = distribution.year
        and scores.component_code = distribution.component_code
where scores.rank_of is not null or scores.unit = 'points'
union all by name
select
    scores.row_id,
    'year_before' as role,
    before.year || ': ' || {{ plain_number('before.value') }} as said,
    before.source_path,
    before.source_sha256,
    before.source_place,
    before.received_at
from scores
inner join scores as before
    on scores.series_key = before.series_key and scores.year = before.year + 1
where scores.change_from_previous is not null
