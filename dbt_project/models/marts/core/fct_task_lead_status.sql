select
    plan_key,
    task_no,
    lead_unit_key as unit_key,
    expanded_from,
    state,
    status,
    cast(days_late as integer) as days_late,
    done_date,
    word_date,
    has_evidence,
    document_number,
    explanation,
    extended_until,
    extension_document,
    extension_asked_until,
    is_simulated
from {{ ref('int_task_leads_judged') }}
where lead_unit_key is not null
