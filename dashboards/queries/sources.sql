select
    index_code,
    source_title,
    source_url,
    publisher,
    licence,
    terms,
    year_from,
    year_to,
    figures
from reporting.rpt_source
order by index_code, publisher nulls last, source_title, source_url, source_key
