select cells.*
from {{ ref('stg_results__quarantine') }} as cells
left join {{ ref('int_submissions_versioned') }} as versions
    on
        cells.source_sha256 = versions.source_sha256
        and cells.unit_key = versions.unit_key
        and cells.period_key = versions.period_key
left join {{ ref('int_result_files_standing') }} as files
    on cells.source_sha256 = files.source_sha256
where coalesce(versions.is_standing, files.is_standing, true)
