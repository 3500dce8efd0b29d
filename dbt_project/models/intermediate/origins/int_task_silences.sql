-- Who was to speak of a task at one moment and did not: missing once a report on it was due, awaited before that,
-- unasked who owes no report since the plan of the task began.
with moments as (
    select
        *,
        coalesce(speaker_unit_key, lead_unit_key) as unit_key
    from {{ ref('int_task_words_standing') }}
    where state is null
),

progress as (
    select * from {{ ref('fct_task_progress') }}
),

asked as (
    select distinct
        plans.plan_key,
        reports.unit_key
    from {{ ref('int_obligations') }} as reports
    inner join {{ ref('int_reporting_periods') }} as periods
        on reports.agency_key = periods.agency_key and reports.period_key = periods.period_key
    inner join {{ ref('int_plans_bounded') }} as plans
        on periods.period_year >= plans.period_start
    where reports.is_expected
),

judged as (
    select
        moments.*,
        units.unit_name,
        -- A group waits for its members: what one of them owes is told by its own row.
        coalesce(progress.state = 'not_due', false) or coalesce(own.state = 'not_due', false) as is_not_due,
        asked.unit_key is not null as is_asked
    from moments
    left join {{ ref('int_units') }} as units
        on moments.unit_key = units.unit_key
    left join progress
        on
            moments.plan_key = progress.plan_key
            and moments.task_no = progress.task_no
            and moments.lead_unit_key = progress.unit_key
            and moments.period_key = progress.period_key
    left join progress as own
        on
            moments.plan_key = own.plan_key
            and moments.task_no = own.task_no
            and moments.unit_key = own.unit_key
            and moments.period_key = own.period_key
    left join asked
        on moments.plan_key = asked.plan_key and moments.unit_key = asked.unit_key
)

select
    plan_key,
    task_no,
    lead_unit_key,
    unit_key,
    period_key,
    case when not is_not_due then 'missing' when is_asked then 'awaited' else 'unasked' end as role,
    coalesce(unit_name, 'cơ quan chủ trì') || case
        when is_not_due and is_asked then ': chưa đến hạn báo cáo về nhiệm vụ này'
        when is_not_due then ': không được giao báo cáo về nhiệm vụ này'
        when period_key = 'today' then ': chưa có báo cáo đọc được về nhiệm vụ này'
        else ': báo cáo kỳ này chưa nói gì về nhiệm vụ này'
    end as said
from judged
