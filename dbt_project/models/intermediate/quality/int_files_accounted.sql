with accounts as (
    select * from {{ ref('stg_plans__files') }}
    union all by name
    select * from {{ ref('stg_results__files') }}
    union all by name
    select * from {{ ref('stg_registers__files') }}
    union all by name
    select * from {{ ref('stg_indices__files') }}
),

final as (
    select
        source_path,
        source_sha256,
        status,
        values_read,
        values_loaded,
        values_quarantined,
        values_ignored,
        ignored_reason,
        values_read = values_loaded + values_quarantined + values_ignored as is_balanced,
        source_place,
        parser_version,
        received_at
    from accounts
)

select * from final
