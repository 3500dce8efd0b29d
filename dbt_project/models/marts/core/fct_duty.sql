select
    duties.plan_key,
    duties.duty_no,
    plans.agency_key,
    {{ number_in('duties.duty_no') }} as sort_order,
    duties.section,
    duties.unit,
    units.unit_key,
    coalesce(units.is_collective, false) as is_collective,
    duties.duty,
    duties.deadline_text,
    duties.deadline_kind,
    duties.due_date,
    duties.review_state,
    duties.is_corrected,
    duties.reviewed_by,
    duties.reviewed_on,
    duties.review_reason,
    duties.is_unconfirmed,
    duties.source_sha256,
    duties.source_path,
    duties.source_place,
    duties.parser_version,
    duties.received_at
from {{ ref('stg_plans__duties') }} as duties
inner join {{ ref('dim_plan') }} as plans
    on duties.plan_key = plans.plan_key
left join {{ ref('int_units_named') }} as units
    on plans.agency_key = units.agency_key and duties.unit_match_key = units.unit_match_key
