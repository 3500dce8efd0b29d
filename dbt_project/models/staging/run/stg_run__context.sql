select
    as_of_date,
    collection_name,
    is_sample
from {{ source('raw', 'run_context') }}
