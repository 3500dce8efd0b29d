-- A document that is itself a plan of the collection.
with documents as (
    select distinct
        document_key,
        jurisdiction,
        number_match,
        document_date
    from {{ ref('int_documents_identified') }}
    where document_date is not null
),

plans as (
    select
        plan_key,
        title,
        issued_date,
        {{ document_match('number') }} as number_match,
        coalesce({{ slug(name_match('province')) }}, agency_key) as jurisdiction
    from {{ ref('stg_plans__plans') }}
    where number is not null and issued_date is not null
)

select
    documents.document_key,
    min(plans.plan_key) as plan_key,
    min(plans.title) as title
from documents
inner join plans
    on
        documents.number_match = plans.number_match
        and documents.jurisdiction = plans.jurisdiction
        and {{ dates_agree('documents.document_date', 'plans.issued_date') }}
group by documents.document_key
-- Two plans of one number and date: which one is meant nobody knows.
having count(distinct plans.plan_key) = 1
