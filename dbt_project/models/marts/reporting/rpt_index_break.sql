with declared as (
    select * from {{ ref('int_index_versions_described') }}
),

kinds as (
    select * from {{ ref('finding_kinds') }}
),

figures as (
    select
        index_code,
        framework_version,
        component_code,
        year
    from {{ ref('rpt_index_score') }}
    union all
    select
        index_code,
        framework_version,
        component_code,
        year
    from {{ ref('rpt_index_statistic') }}
),

-- Figures of a year for which no framework is declared yet stand behind a break of their own.
undeclared as (
    select
        figures.index_code,
        figures.framework_version,
        min(figures.year) as year_from,
        max(figures.year) as year_to,
        count(distinct figures.component_code) filter (where figures.component_code <> 'TOTAL') as component_count,
        false as comparable_with_previous,
        max(kinds.kind_name) as note
    from figures
    left join declared
        on figures.index_code = declared.index_code and figures.framework_version = declared.framework_version
    left join kinds
        on kinds.kind = 'index_framework_unknown'
    where declared.framework_version is null
    group by figures.index_code, figures.framework_version
),

final as (
    select * from declared
    union all by name
    select * from undeclared
)

select
    index_code,
    framework_version,
    year_from,
    year_to,
    cast(component_count as integer) as component_count,
    max_points,
    decision,
    comparable_with_previous,
    note
from final
