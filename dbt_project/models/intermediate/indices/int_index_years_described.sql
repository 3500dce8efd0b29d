with scores as (
    select * from {{ ref('stg_indices__scores') }}
),

distribution as (
    select * from {{ ref('stg_indices__distribution') }}
),

coverage as (
    select * from {{ ref('index_coverage') }}
),

years as (
    select
        index_code,
        component_code,
        year
    from scores
    union
    select
        index_code,
        component_code,
        year
    from distribution
),

-- What is known of one component goes before what is known of all of them.
covered as (
    select
        years.*,
        coverage.n_provinces,
        coverage.evidence,
        coverage.source_url
    from years
    left join coverage
        on
            years.index_code = coverage.index_code
            and years.year between coverage.year_from and coverage.year_to
            and coverage.component_code in (years.component_code, '*')
    qualify row_number() over (
        partition by years.index_code, years.component_code, years.year
        order by coverage.component_code = '*', coverage.year_from desc
    ) = 1
)

select
    covered.index_code,
    covered.component_code,
    covered.year,
    coalesce(distribution.n_provinces, covered.n_provinces) as n_provinces,
    case
        when distribution.n_provinces is not null then 'scored'
        when covered.n_provinces is not null then 'coverage'
    end as n_provinces_basis,
    covered.evidence as coverage_evidence,
    covered.source_url as coverage_source_url,
    distribution.q1,
    distribution.median,
    distribution.q3
from covered
left join distribution
    on
        covered.index_code = distribution.index_code
        and covered.component_code = distribution.component_code
        and covered.year = distribution.year
