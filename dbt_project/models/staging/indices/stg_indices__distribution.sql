select
    index_code,
    cast(year as integer) as year,
    component_code,
    cast(n_provinces as integer) as n_provinces,
    minimum,
    q1,
    median,
    q3,
    maximum,
    mean,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'indices_distribution') }}
