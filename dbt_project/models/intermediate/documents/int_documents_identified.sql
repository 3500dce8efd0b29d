with mentions as (
    select
        *,
        {{ holds_year('number_match') }} as is_year_known,
        row_number() over (
            order by plan_key, citation_no, agency_key, role, number, document_date
        ) as mention_no
    from {{ ref('int_documents_cited') }}
),

fuller as (
    -- A date left out, or in part, is that of the one document of this number that the same plan dates in full.
    select
        mentions.mention_no,
        case when count(distinct others.document_date) = 1 then min(others.document_date) end as document_date
    from mentions
    inner join mentions as others
        on
            mentions.plan_key = others.plan_key
            and mentions.jurisdiction = others.jurisdiction
            and mentions.number_match = others.number_match
            and starts_with(others.document_date, coalesce(mentions.document_date, ''))
            and length(others.document_date) = 10
            and coalesce(length(mentions.document_date) < 10, true)
    group by mentions.mention_no
),

dated as (
    select
        mentions.* exclude (document_date),
        mentions.document_date as document_date_printed,
        coalesce(fuller.document_date, mentions.document_date) as document_date
    from mentions
    left join fuller
        on mentions.mention_no = fuller.mention_no
)

select
    mention_no,
    plan_key,
    citation_no,
    agency_key,
    jurisdiction,
    number,
    number_match,
    is_year_known,
    document_date_printed,
    document_date,
    document_type,
    issuer,
    role,
    jurisdiction || '/' || number_match || '/'
    || case when is_year_known then '' else coalesce(document_date, '') end as document_key
from dated
