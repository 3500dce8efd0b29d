select
    versions.agency_key,
    versions.unit_key,
    versions.period_key,
    versions.layout,
    versions.is_simulated,
    versions.withdrawn_reason,
    versions.source_sha256,
    versions.source_path,
    versions.source_place
from {{ ref('int_submissions_versioned') }} as versions
where versions.is_newly_withdrawn
