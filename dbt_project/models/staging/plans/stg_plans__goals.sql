select
    plan_key,
    goal_no,
    section,
    source,
    reform_area,
    cast(period_start as integer) as period_start,
    cast(period_end as integer) as period_end,
    statement,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_goals') }}
