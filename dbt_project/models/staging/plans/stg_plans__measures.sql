select
    plan_key,
    measure_no,
    section,
    section_title,
    reform_area,
    papi_dimension,
    parent_no,
    description,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_measures') }}
