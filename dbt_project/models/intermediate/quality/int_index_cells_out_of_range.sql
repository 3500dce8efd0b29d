with cells as (
    select * from {{ ref('int_index_cells_placed') }}
),

final as (
    select
        'index_value_out_of_range' as kind,
        index_code || ' ' || component_code || ', ' || territory as subject,
        cast(year as varchar) as value,
        cast(value as varchar) as value_a,
        cast(case when unit = 'percent' then 100 else max_points end as varchar) as value_b,
        source_sha256,
        source_path,
        source_place,
        received_at
    from cells
    where value < 0 or value > case when unit = 'percent' then 100 else max_points end
)

select * from final
