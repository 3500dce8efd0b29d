with scores as (
    select * from {{ ref('fct_index_score') }}
),

components as (
    select * from {{ ref('dim_index_component') }}
),

-- The names of a year whose framework is not declared yet are those of the last framework that had the component.
latest_components as (
    select * from components
    qualify row_number() over (
        partition by index_code, component_code
        order by year_from desc, framework_version desc
    ) = 1
),

final as (
    select
        scores.index_score_key,
        scores.index_code,
        scores.component_code,
        coalesce(components.component_name, latest_components.component_name, scores.component_code) as component_name,
        coalesce(components.component_level, latest_components.component_level) as component_level,
        coalesce(components.component_order, latest_components.component_order) as component_order,
        scores.territory,
        scores.province_key,
        provinces.full_name,
        coalesce(province_relations.province_relation = 'own', false) as is_agency_province,
        province_relations.province_relation,
        scores.year,
        scores.framework_version,
        scores.series_key,
        scores.value,
        scores.unit,
        scores.max_points,
        scores.percent_of_max,
        scores.rank,
        scores.rank_of,
        scores.rank_of_basis,
        scores.is_rank_computed,
        scores.change_from_previous,
        scores.is_comparable_with_previous,
        scores.comparability,
        case
            when scores.comparability like 'framework_changed%' then coalesce(components.note, components.decision)
        end as break_note,
        scores.quartile_group,
        scores.state,
        scores.state_reason,
        scores.basis,
        scores.source_title,
        scores.source_url,
        scores.published_date,
        scores.note,
        scores.source_path,
        scores.source_place
    from scores
    left join components
        on scores.component_key = components.component_key
    left join latest_components
        on scores.index_code = latest_components.index_code and scores.component_code = latest_components.component_code
    left join {{ ref('dim_province') }} as provinces
        on scores.province_key = provinces.province_key
    left join {{ ref('int_province_relations') }} as province_relations
        on scores.province_key = province_relations.province_key
)

select * from final
