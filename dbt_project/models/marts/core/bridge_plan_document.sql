select
    identified.plan_key,
    identified.citation_no,
    identified.document_key,
    identified.agency_key,
    identified.role,
    citations.section,
    citations.number as number_printed,
    citations.document_date as document_date_printed,
    citations.issuer as issuer_printed,
    citations.review_state,
    citations.is_corrected,
    citations.reviewed_by,
    citations.reviewed_on,
    citations.review_reason,
    citations.is_unconfirmed,
    citations.source_sha256,
    citations.source_path,
    citations.source_place,
    citations.parser_version,
    citations.received_at
from {{ ref('int_documents_identified') }} as identified
inner join {{ ref('stg_plans__citations') }} as citations
    on identified.plan_key = citations.plan_key and identified.citation_no = citations.citation_no
