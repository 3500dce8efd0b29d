select
    cited.plan_key,
    cast(row_number() over (partition by cited.plan_key order by cited.citation_no) as integer) as parent_no,
    cited.document_key,
    cited.number_printed as number,
    cited.document_date_printed as document_date,
    cited.issuer_printed as issuer,
    documents.plan_key as parent_plan_key
from {{ ref('bridge_plan_document') }} as cited
inner join {{ ref('dim_document') }} as documents
    on cited.document_key = documents.document_key
where cited.role = 'implements'
