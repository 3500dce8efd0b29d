with components as (
    select * from {{ ref('int_index_components_versioned') }}
),

final as (
    select
        index_code || ':' || framework_version || ':' || component_code as component_key,
        index_code,
        framework_version,
        component_code,
        component_name,
        component_level,
        component_order,
        year_from,
        year_to,
        max_points,
        decision,
        comparable_with_previous,
        is_edition,
        applies_to,
        source_url,
        confidence,
        note
    from components
)

select * from final
