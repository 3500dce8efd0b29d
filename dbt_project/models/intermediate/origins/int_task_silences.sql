-- Who was to speak of a task at one moment and did not: missing once a report on it was due, awaited before.
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

judged as (
    select
        moments.*,
        units.unit_name,
        -- A group waits for its members: what one of them owes is told by its own row.
        coalesce(progress.state = 'not_due', false) or coalesce(own.state = 'not_due', false) as is_awaited
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
)

select
    plan_key,
    task_no,
    lead_unit_key,
    unit_key,
    period_key,
    case when is_awaited then 'awaited' else 'missing' end as role,
    coalesce(unit_name, 'cơ quan chủ trì') || case
        when is_awaited then ': chưa đến hạn báo cáo về nhiệm vụ này'
        when period_key = 'today' then ': chưa có báo cáo nào về nhiệm vụ này'
        else ': báo cáo kỳ này chưa nói gì về nhiệm vụ này'
    end as said
from judged
