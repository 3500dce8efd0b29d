select
    source_kind,
    files_received,
    files_read,
    values_loaded,
    last_received_at
from reporting.rpt_source_kind
order by source_kind
