with files as (
    select * from {{ ref('int_files_accounted') }}
),

final as (
    select
        'unbalanced_file' as kind,
        source_path as subject,
        cast(values_read as varchar) as value_a,
        cast(values_loaded + values_quarantined + values_ignored as varchar) as value_b,
        source_sha256,
        source_path,
        source_place,
        received_at
    from files
    where not is_balanced
)

select * from final
