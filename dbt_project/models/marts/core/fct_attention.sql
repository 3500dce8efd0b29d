-- Where nobody owes a report, silence is no news.
with reporting_agencies as (
    select distinct agency_key
    from {{ ref('fct_report_submission') }}
    where is_owed
),

items as (
    select
        agency_key,
        'target' as kind,
        plan_key,
        target_no as item_no,
        status
    from {{ ref('fct_target_status') }}
    where
        is_current
        -- What was last judged years ago nobody can mend today.
        and coalesce({{ is_recent('year(window_to)') }}, true)
        and status in ('missed', 'off_track', 'at_risk', 'not_reported')
    -- A commitment printed twice is one thing to mend; two figures for it are a conflict of its own.
    qualify row_number() over (partition by commitment_key order by target_no) = 1
    union all by name
    select
        agency_key,
        'conflict' as kind,
        plan_key,
        target_no as item_no
    from {{ ref('fct_target') }}
    where has_conflict and is_current
    union all by name
    select
        status.agency_key,
        'task' as kind,
        status.plan_key,
        status.task_no as item_no,
        leads.unit_key,
        status.status,
        status.is_asked
    from {{ ref('fct_task_status') }} as status
    left join {{ ref('int_task_leads_slowest') }} as leads
        on status.plan_key = leads.plan_key and status.task_no = leads.task_no
    left join reporting_agencies
        on status.agency_key = reporting_agencies.agency_key
    where
        status.status = 'overdue'
        or (status.status = 'overdue_unconfirmed' and reporting_agencies.agency_key is not null)
    union all by name
    select
        agency_key,
        'report' as kind,
        unit_key,
        period_key,
        status
    from {{ ref('fct_report_submission') }}
    where status in ('not_reported', 'unreadable') and days_late <= {{ attention_days() }}
)

select
    concat_ws('/', items.kind, items.plan_key, items.item_no, items.unit_key, items.period_key) as attention_key,
    items.agency_key,
    items.kind,
    items.plan_key,
    items.item_no,
    items.unit_key,
    items.period_key,
    items.status
from items
left join {{ ref('dim_plan') }} as plans
    on items.plan_key = plans.plan_key
where
    -- What a plan missed that asks for nothing any more stands on its page alone; a task may outlive its plan.
    coalesce(items.is_asked, plans.is_asked, true)
