with parents as (
    select
        plan_key,
        min(amended_plan_key) filter (where relation = 'replaces') as replaces_plan_key,
        min(amended_plan_key) filter (where relation <> 'replaces') as amends_plan_key
    from {{ ref('int_plans_amended') }}
    group by plan_key
),

carried_out as (
    select
        cited.plan_key,
        count(distinct cited.document_key) as parents,
        min_by(held.plan_key, cited.citation_no) filter (where held.plan_key is not null) as parent_plan_key
    from {{ ref('int_documents_identified') }} as cited
    left join {{ ref('int_documents_held') }} as held
        on cited.document_key = held.document_key and cited.plan_key <> held.plan_key
    where cited.role = 'implements'
    group by cited.plan_key
),

successors as (
    select
        amended_plan_key as plan_key,
        min_by(plan_key, row(effective_date, plan_key)) filter (where relation = 'replaces') as successor_plan_key,
        max_by(plan_key, row(effective_date, plan_key)) filter (where relation <> 'replaces') as amended_by_plan_key
    from {{ ref('int_plans_amended') }}
    group by amended_plan_key
)

select
    plans.plan_key,
    plans.agency_key,
    plans.agency as agency_name,
    plans.province as province_name,
    plans.number,
    plans.number_as_printed,
    plans.issued_date as issued_date_text,
    {{ full_date('plans.issued_date') }} as issued_date,
    plans.issued_place,
    plans.title,
    plans.plan_kind,
    plans.period_start,
    plans.period_end,
    plans.is_open_ended,
    plans.signer,
    plans.signer_title,
    plans.signed_for,
    cast(coalesce(carried_out.parents, 0) as integer) as parents,
    carried_out.parent_plan_key,
    parents.replaces_plan_key,
    parents.amends_plan_key,
    successors.successor_plan_key,
    successors.amended_by_plan_key,
    asked.is_in_force,
    asked.is_asked,
    asked.is_counted,
    plans.is_digest,
    plans.is_simulated,
    plans.review_state,
    plans.is_corrected,
    plans.reviewed_by,
    plans.reviewed_on,
    plans.review_reason,
    plans.is_unconfirmed,
    plans.source_sha256,
    plans.source_path,
    plans.source_place,
    plans.parser_version,
    plans.received_at
from {{ ref('stg_plans__plans') }} as plans
inner join {{ ref('int_plans_asked') }} as asked
    on plans.plan_key = asked.plan_key
left join parents
    on plans.plan_key = parents.plan_key
left join carried_out
    on plans.plan_key = carried_out.plan_key
left join successors
    on plans.plan_key = successors.plan_key
