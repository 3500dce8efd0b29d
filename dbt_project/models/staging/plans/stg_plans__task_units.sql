select
    plan_key,
    task_no,
    role,
    cast(position as integer) as position,
    unit_name,
    unit_match_key,
    is_collective,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_task_units') }}
