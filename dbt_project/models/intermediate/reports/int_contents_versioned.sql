select
    source_sha256,
    unit_key,
    period_key,
    min(version_no) as version_no
from {{ ref('int_submissions_versioned') }}
group by source_sha256, unit_key, period_key
