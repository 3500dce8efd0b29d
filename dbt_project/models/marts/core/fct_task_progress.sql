with judged as (
    select
        *,
        period_key = 'today' as is_today,
        -- Today stands for all reports that have fallen due.
        bool_or(due_date < {{ as_of() }}) over (partition by plan_key, task_no, lead_unit_key) as is_any_word_due
    from {{ ref('int_task_leads_judged') }}
    where lead_unit_key is not null
)

select
    judged.plan_key,
    judged.task_no,
    judged.lead_unit_key as unit_key,
    judged.expanded_from,
    judged.period_key,
    judged.is_today,
    tasks.agency_key,
    judged.window_to,
    judged.judged_date,
    judged.due_date as report_due_date,
    case
        when judged.state is not null then judged.state
        when judged.is_today and judged.is_any_word_due then 'not_reported'
        when judged.due_date < {{ as_of() }} then 'not_reported'
        else 'not_due'
    end as state,
    coalesce(judged.is_carried and judged.state in ('done', 'stopped'), false) as is_carried,
    judged.status,
    {{ is_overdue('judged.status') }} as is_overdue,
    cast(judged.days_late as integer) as days_late,
    judged.last_day_given,
    judged.done_date,
    judged.word_date,
    judged.has_evidence,
    judged.document_number,
    judged.document_date,
    judged.explanation,
    judged.extended_until,
    judged.extension_document,
    judged.extension_asked_until,
    judged.is_simulated,
    judged.source_sha256,
    judged.source_path,
    judged.source_place
from judged
inner join {{ ref('fct_task') }} as tasks
    on judged.plan_key = tasks.plan_key and judged.task_no = tasks.task_no
