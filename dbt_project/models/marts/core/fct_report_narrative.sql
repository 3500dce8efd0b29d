select
    narratives.unit_key,
    narratives.period_key,
    narratives.section,
    narratives.agency_key,
    narratives.content,
    submissions.report_state,
    submissions.is_simulated,
    narratives.source_sha256,
    narratives.source_path,
    narratives.source_place,
    narratives.parser_version,
    narratives.received_at
from {{ ref('stg_results__narratives') }} as narratives
inner join {{ ref('int_submissions_current') }} as submissions
    on
        narratives.source_sha256 = submissions.source_sha256
        and narratives.unit_key = submissions.unit_key
        and narratives.period_key = submissions.period_key
