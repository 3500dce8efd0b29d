select
    as_of_date,
    collection_name,
    is_sample,
    known_until at time zone 'UTC' as known_until,
    previous_night_at at time zone 'UTC' as previous_night_at
from {{ source('raw', 'run_context') }}
