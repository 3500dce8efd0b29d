select
    index_code,
    territory,
    statistic,
    cast(year as integer) as year,
    component_code,
    value,
    unit,
    basis,
    source_title,
    source_url,
    published_date,
    note,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'indices_scores') }}
