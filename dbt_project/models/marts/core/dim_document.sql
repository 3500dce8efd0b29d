with mentions as (
    select
        *,
        -- As most places print it; a misprinted year does not date a number that holds its own.
        count(*) over (partition by document_key, number) as numbered,
        count(*) over (partition by document_key, document_date)
        + case when is_year_known and contains(number_match, '-' || left(document_date, 4) || '-') then 1000 else 0 end
            as dated,
        count(*) over (partition by document_key, document_type) as typed,
        count(*) over (partition by document_key, issuer) as issued
    from {{ ref('int_documents_identified') }}
),

documents as (
    select
        document_key,
        max_by(number, row(numbered, number)) as number,
        max_by(document_date, row(dated, document_date)) filter (where document_date is not null) as document_date_text,
        max_by(document_type, row(typed, document_type)) filter (where document_type is not null) as document_type,
        max_by(issuer, row(issued, issuer)) filter (where issuer is not null) as issuer,
        min(jurisdiction) as jurisdiction,
        string_agg(distinct role, '; ' order by role) as roles,
        count(distinct plan_key) as plans_citing,
        count(distinct plan_key) filter (where role = 'implements') as plans_carrying_out,
        count(distinct document_date) > 1 as has_date_conflict
    from mentions
    group by document_key
)

select
    documents.document_key,
    documents.number,
    documents.document_date_text,
    {{ full_date('documents.document_date_text') }} as document_date,
    documents.document_type,
    documents.issuer,
    held.title,
    held.plan_key,
    documents.jurisdiction,
    documents.roles,
    cast(documents.plans_citing as integer) as plans_citing,
    cast(documents.plans_carrying_out as integer) as plans_carrying_out,
    documents.has_date_conflict
from documents
left join {{ ref('int_documents_held') }} as held
    on documents.document_key = held.document_key
