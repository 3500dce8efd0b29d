select
    plan_key,
    cast(citation_no as integer) as citation_no,
    number,
    document_date,
    document_type,
    issuer,
    section,
    role,
    source_sha256,
    source_path,
    source_place,
    parser_version,
    received_at at time zone 'UTC' as received_at
from {{ source('raw', 'plans_citations') }}
