with cited as (
    select
        index_code,
        source_title,
        source_url,
        min(year) as year_from,
        max(year) as year_to,
        count(*) as figures,
        min(published_date) as published_first,
        max(published_date) as published_last,
        min(received_at) as received_at
    from {{ ref('stg_indices__scores') }}
    where coalesce(source_title, source_url) is not null
    group by index_code, source_title, source_url
)

select
    md5(concat_ws('|', cited.index_code, coalesce(cited.source_title, ''), coalesce(cited.source_url, '')))
        as source_key,
    cited.index_code,
    cited.source_title,
    cited.source_url,
    publishers.publisher,
    -- Where nobody looked the terms up, nothing is said of them.
    coalesce(publishers.licence, 'unknown') as licence,
    publishers.terms,
    publishers.evidence,
    cast(cited.year_from as integer) as year_from,
    cast(cited.year_to as integer) as year_to,
    cast(cited.figures as integer) as figures,
    cited.published_first,
    cited.published_last,
    cited.received_at
from cited
left join {{ ref('index_publishers') }} as publishers
    on starts_with({{ bare_address('cited.source_url') }}, publishers.address_prefix)
-- Of several the one that says most: a part of a site may have another publisher than the site.
qualify
    row_number() over (
        partition by cited.index_code, cited.source_title, cited.source_url
        order by length(publishers.address_prefix) desc nulls last, publishers.address_prefix
    ) = 1
