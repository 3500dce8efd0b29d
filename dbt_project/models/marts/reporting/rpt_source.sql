select
    source_key,
    index_code,
    source_title,
    source_url,
    publisher,
    licence,
    terms,
    year_from,
    year_to,
    figures,
    published_first,
    published_last,
    received_at
from {{ ref('dim_index_source') }}
