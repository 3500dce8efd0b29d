select
    source_kind,
    cast(count(*) as integer) as files_received,
    cast(count(*) filter (where status = 'read') as integer) as files_read,
    cast(coalesce(sum(values_loaded), 0) as bigint) as values_loaded,
    min(received_at) as first_received_at,
    max(received_at) as last_received_at
from {{ ref('dim_source_file') }}
group by source_kind
