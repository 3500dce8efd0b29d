with frameworks as (
    select * from {{ ref('index_frameworks') }}
),

breaks as (
    select * from {{ ref('index_series_breaks') }}
),

-- A break that runs to the end of its framework shortens the years before it.
base as (
    select
        frameworks.* exclude (year_to),
        coalesce(breaks.year_from - 1, frameworks.year_to) as year_to,
        false as is_edition
    from frameworks
    left join breaks
        on
            frameworks.index_code = breaks.index_code
            and frameworks.framework_version = breaks.framework_version
            and frameworks.year_to = breaks.year_to
),

editions as (
    select
        frameworks.index_code,
        frameworks.component_code,
        frameworks.component_order,
        frameworks.component_name,
        frameworks.component_level,
        frameworks.max_points,
        frameworks.applies_to,
        frameworks.source_url,
        frameworks.confidence,
        frameworks.framework_version || '/' || breaks.edition as framework_version,
        breaks.year_from,
        breaks.year_to,
        breaks.decision,
        false as comparable_with_previous,
        case when frameworks.component_level = 'total' then breaks.note else frameworks.note end as note,
        true as is_edition
    from frameworks
    inner join breaks
        on
            frameworks.index_code = breaks.index_code
            and frameworks.framework_version = breaks.framework_version
),

final as (
    select * from base
    union all by name
    select * from editions
)

select
    index_code,
    framework_version,
    year_from,
    year_to,
    component_code,
    component_order,
    component_name,
    component_level,
    max_points,
    decision,
    comparable_with_previous,
    applies_to,
    source_url,
    confidence,
    note,
    is_edition
from final
