with findings as (
    select
        {{ row_id('fct_finding', ['finding_key']) }} as row_id,
        *
    from {{ ref('fct_finding') }}
),

-- A finding may name two places that contradict each other, the second in another file: its path stands before it.
places as (
    select
        row_id,
        value_a as said,
        place_a as place,
        source_path,
        source_sha256,
        source_place,
        unit_key,
        period_key,
        cast(null as timestamp) as received_at
    from findings
    union all
    select
        row_id,
        value_b as said,
        place_b as place,
        source_path,
        source_sha256,
        source_place,
        unit_key,
        period_key,
        cast(null as timestamp) as received_at
    from findings
),

standing_files as (
    select
        source_path,
        source_sha256
    from {{ ref('dim_source_file') }}
    where is_current
)

select
    findings.row_id,
    'finding' as role,
    findings.message as said,
    findings.unit_key,
    findings.period_key,
    -- The folder itself, or a file that never came: a place without a file.
    case when findings.source_file_key is not null then findings.source_path end as source_path,
    case when findings.source_file_key is not null then findings.source_sha256 end as source_sha256,
    findings.source_place,
    findings.received_at
from findings
union all by name
select
    places.row_id,
    'compared' as role,
    places.said,
    places.unit_key,
    places.period_key,
    coalesce(others.source_path, places.source_path) as source_path,
    coalesce(others.source_sha256, places.source_sha256) as source_sha256,
    case
        when others.source_path is null then places.place
        else substr(places.place, length(others.source_path) + 3)
    end as source_place,
    places.received_at
from places
left join standing_files as others
    on starts_with(places.place, others.source_path || ', ')
where places.place is not null and places.place <> places.source_place
