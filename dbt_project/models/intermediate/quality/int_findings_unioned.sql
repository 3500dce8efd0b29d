with unioned as (
    select
        'receipts' as source,
        *
    from {{ ref('stg_receipts__findings') }}
    union all by name
    select
        'plans' as source,
        *
    from {{ ref('stg_plans__findings') }}
    union all by name
    select
        'results' as source,
        *
    from {{ ref('stg_results__findings') }}
    union all by name
    select
        'registers' as source,
        *
    from {{ ref('stg_registers__findings') }}
    union all by name
    select
        'indices' as source,
        *
    from {{ ref('stg_indices__findings') }}
    union all by name
    select
        'rules' as source,
        *
    from {{ ref('int_finding_rules') }}
),

final as (
    select
        source,
        kind,
        severity,
        agency_key,
        plan_key,
        unit_key,
        period_key,
        value,
        value_a,
        place_a,
        value_b,
        place_b,
        message,
        remedy,
        source_sha256,
        source_path,
        source_place,
        received_at,
        -- A finding of a rule has no number of its own: what it is about, at its place, tells it apart.
        md5(concat_ws(
            '|',
            source,
            source_path,
            source_sha256,
            coalesce(cast(finding_no as varchar), concat_ws('|', kind, source_place, subject))
        )) as finding_key
    from unioned
)

select * from final
