select
    row_id,
    role,
    role_name,
    said,
    unit_name,
    period_name,
    version_no,
    is_corrected,
    corrected_by,
    corrected_on,
    is_simulated,
    source_path,
    source_place,
    received_at
from reporting.rpt_origin
order by row_id, origin_no
