with successors as (
    select
        replaces_plan_key as plan_key,
        max(plan_key) as successor_plan_key
    from {{ ref('stg_plans__plans') }}
    where replaces_plan_key is not null
    group by replaces_plan_key
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
    plans.replaces_plan_key,
    successors.successor_plan_key,
    successors.successor_plan_key is null as is_in_force,
    plans.is_digest,
    plans.is_simulated,
    plans.source_sha256,
    plans.source_path,
    plans.source_place,
    plans.parser_version,
    plans.received_at
from {{ ref('stg_plans__plans') }} as plans
left join successors
    on plans.plan_key = successors.plan_key
