with published as (
    select * from {{ ref('stg_indices__scores') }}
    where territory = {{ nationwide() }} and statistic in ('min', 'max', 'mean', 'median')
),

computed as (
    select * from {{ ref('int_index_statistics_computed') }}
),

-- Published figures have two decimals: within 0.01 the computed one says the same with more digits. Beyond that the
-- published one stands, for it was made another way (weights, provinces).
chosen as (
    select
        coalesce(published.index_code, computed.index_code) as index_code,
        coalesce(published.year, computed.year) as year,
        coalesce(published.component_code, computed.component_code) as component_code,
        coalesce(published.statistic, computed.statistic) as statistic,
        published.value is null or coalesce(abs(published.value - computed.value) <= 0.01, false) as is_computed,
        published.value as published_value,
        published.unit as published_unit,
        published.basis as published_basis,
        published.source_title as published_source_title,
        published.source_url as published_source_url,
        published.source_path as published_source_path,
        published.source_place as published_source_place,
        computed.value as computed_value,
        computed.source_title,
        computed.source_url,
        computed.source_path,
        computed.source_place
    from published
    full outer join computed
        on
            published.index_code = computed.index_code
            and published.year = computed.year
            and published.component_code = computed.component_code
            and published.statistic = computed.statistic
)

select
    index_code,
    year,
    component_code,
    statistic,
    case when is_computed then computed_value else published_value end as value,
    -- Distributions are of scores in points; only PAPI has one.
    coalesce(published_unit, 'points') as unit,
    case when is_computed then 'dataset-derived' else published_basis end as basis,
    case when is_computed then source_title else published_source_title end as source_title,
    case when is_computed then source_url else published_source_url end as source_url,
    case when is_computed then source_path else published_source_path end as source_path,
    case when is_computed then source_place else published_source_place end as source_place
from chosen
