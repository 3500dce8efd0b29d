with provinces as (
    select * from {{ ref('provinces') }}
),

final as (
    select
        province_key,
        province_code,
        province_name,
        full_name,
        ascii_slug,
        region,
        unit_set,
        valid_from,
        valid_to,
        change_type,
        successor_key,
        predecessors,
        source_url,
        note
    from provinces
)

select * from final
