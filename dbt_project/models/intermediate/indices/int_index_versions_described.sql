with components as (
    select
        *,
        count(*) over (partition by index_code, framework_version, note) as times_noted
    from {{ ref('dim_index_component') }}
),

-- The total's own note says what changed; a component adds its note where it alone broke.
final as (
    select
        index_code,
        framework_version,
        min(year_from) as year_from,
        max(year_to) as year_to,
        count(*) filter (where component_level <> 'total') as component_count,
        max(max_points) filter (where component_level = 'total') as max_points,
        max(decision) as decision,
        coalesce(bool_and(comparable_with_previous) filter (where component_level = 'total'), false)
            as comparable_with_previous,
        concat_ws(
            '; ',
            max(note) filter (where component_level = 'total'),
            string_agg(component_name || ': ' || note, '; ' order by component_order) filter (
                where component_level <> 'total' and not comparable_with_previous and times_noted = 1
            )
        ) as note
    from components
    group by index_code, framework_version
)

select * from final
