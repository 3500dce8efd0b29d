select
    as_of_date,
    collection_name,
    is_sample,
    has_simulated,
    has_digest,
    values_read,
    values_loaded,
    values_quarantined,
    values_ignored,
    files_new,
    last_received_at,
    previous_night_at
from reporting.rpt_site
