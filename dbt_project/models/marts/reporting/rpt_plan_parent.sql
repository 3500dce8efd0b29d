select
    plan_key,
    parent_no,
    number,
    document_date,
    issuer
from {{ ref('stg_plans__parents') }}
