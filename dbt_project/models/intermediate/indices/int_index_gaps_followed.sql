with gaps as (
    select * from {{ ref('stg_indices__gaps') }}
),

followed as (
    select distinct
        index_code,
        territory
    from {{ ref('stg_indices__scores') }}
),

final as (
    select gaps.*
    from gaps
    inner join followed
        on gaps.index_code = followed.index_code and gaps.territory = followed.territory
)

select * from final
