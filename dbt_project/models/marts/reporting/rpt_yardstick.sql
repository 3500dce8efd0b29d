{%- set counts = yardstick_counts() -%}

with cells as (
    select * from {{ ref('int_yardstick_cells') }}
),

scores as (
    select * from {{ ref('fct_index_score') }}
    where is_in_series
),

years as (
    select * from {{ ref('int_index_years_described') }}
),

counts as (
    select * from {{ ref('int_yardstick_counts') }}
)

select
    cells.agency_key,
    agencies.agency_name,
    cells.index_code,
    cells.component_code,
    coalesce(cells.component_name, cells.component_code) as component_name,
    cells.component_level,
    cells.component_order,
    cast(cells.year as integer) as year,
    cells.province_name,
    cells.province_key,
    {{ yardstick_state('cells', 'scores') }} as province_score_state,
    scores.state_reason as province_score_reason,
    scores.index_score_key,
    scores.framework_version,
    scores.value as province_score,
    scores.unit as province_score_unit,
    scores.max_points as province_max_points,
    scores.percent_of_max as province_percent_of_max,
    scores.rank as province_rank,
    scores.rank_of as province_rank_of,
    scores.rank_of_basis as province_rank_of_basis,
    scores.is_rank_computed as is_province_rank_computed,
    scores.quartile_group as province_quartile_group,
    scores.change_from_previous as province_change_from_previous,
    scores.comparability as province_comparability,
    years.q1 as national_q1,
    years.median as national_median,
    years.q3 as national_q3,
    {%- for column in counts %}
    coalesce(counts.{{ column }}, 0) as {{ column }},
    {%- endfor %}
    coalesce(counts.is_simulated, false) as is_simulated
from cells
inner join {{ ref('dim_agency') }} as agencies
    on cells.agency_key = agencies.agency_key
left join scores
    on
        cells.province_key = scores.province_key
        and cells.index_code = scores.index_code
        and cells.component_code = scores.component_code
        and cells.year = scores.year
left join years
    on
        cells.index_code = years.index_code
        and cells.component_code = years.component_code
        and cells.year = years.year
left join counts
    on
        cells.agency_key = counts.agency_key
        and cells.index_code = counts.index_code
        and cells.component_code = counts.component_code
        and cells.year = counts.year
