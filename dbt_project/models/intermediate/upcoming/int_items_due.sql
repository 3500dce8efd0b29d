with task_leads as (
    select
        plan_key,
        task_no,
        string_agg(unit_name_printed, '; ' order by position) as owner_name
    from {{ ref('bridge_task_unit') }}
    where role = 'lead' and expanded_from is null
    group by plan_key, task_no
)

select
    'task' as kind,
    {{ row_id('fct_task_status', ['status.plan_key', 'status.task_no']) }} as row_id,
    status.agency_key,
    status.plan_key,
    status.task_no as item_no,
    due.unit_key,
    task_leads.owner_name,
    tasks.description as title,
    due.due_date,
    due.extended_until,
    status.status,
    status.is_simulated,
    tasks.source_path,
    tasks.source_place
from {{ ref('int_tasks_due') }} as due
inner join {{ ref('fct_task_status') }} as status
    on due.plan_key = status.plan_key and due.task_no = status.task_no
inner join {{ ref('fct_task') }} as tasks
    on due.plan_key = tasks.plan_key and due.task_no = tasks.task_no
left join task_leads
    on due.plan_key = task_leads.plan_key and due.task_no = task_leads.task_no
union all by name
select
    'duty' as kind,
    {{ row_id('fct_duty', ['plan_key', 'duty_no']) }} as row_id,
    agency_key,
    plan_key,
    duty_no as item_no,
    unit_key,
    unit as owner_name,
    duty as title,
    {{ last_day_in_time('due_date', "deadline_kind = 'before_date'") }} as due_date,
    source_path,
    source_place
from {{ ref('fct_duty') }}
union all by name
select
    'report' as kind,
    {{ row_id('fct_report_submission', ['reports.unit_key', 'reports.period_key']) }} as row_id,
    reports.agency_key,
    reports.unit_key,
    reports.period_key,
    reports.due_date,
    reports.status,
    reports.is_simulated,
    obligations.source_path,
    obligations.source_place
from {{ ref('fct_report_submission') }} as reports
inner join {{ ref('int_obligations') }} as obligations
    on reports.unit_key = obligations.unit_key and reports.period_key = obligations.period_key
where obligations.is_expected and not reports.is_received
