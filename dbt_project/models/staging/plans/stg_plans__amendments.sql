select
    plan_key,
    cast(amendment_no as integer) as amendment_no,
    relation,
    number,
    document_date,
    issuer,
    is_called_plan,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_amendments') }}
