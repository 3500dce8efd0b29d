with leads as (
    select
        plan_key,
        task_no,
        unit_key
    from {{ ref('bridge_task_unit') }}
    where role = 'lead' and not is_collective
    union
    -- A member of a group that has once spoken for it goes on doing so.
    select
        plan_key,
        task_no,
        speaker_unit_key as unit_key
    from {{ ref('int_task_leads') }}
    where speaker_unit_key is not null
),

words as (
    select
        forms.unit_key,
        forms.period_key,
        said.plan_key,
        said.task_no,
        said.state,
        periods.period_name
    from {{ ref('int_forms') }} as forms
    inner join {{ ref('fct_task_word') }} as said
        on forms.unit_key = said.unit_key and forms.window_to > said.window_to
    inner join {{ ref('int_reporting_periods') }} as periods
        on said.agency_key = periods.agency_key and said.period_key = periods.period_key
    qualify
        row_number() over (
            partition by forms.unit_key, forms.period_key, said.plan_key, said.task_no
            order by said.window_to desc, periods.is_cumulative desc, said.period_key asc
        ) = 1
)

select
    forms.unit_key,
    forms.period_key,
    tasks.plan_key,
    tasks.task_no,
    forms.agency_key,
    tasks.sort_order,
    tasks.description,
    tasks.product,
    tasks.deadline_text,
    tasks.due_to,
    words.state as last_state,
    words.period_name as last_period_name
from {{ ref('int_forms') }} as forms
inner join leads
    on forms.unit_key = leads.unit_key
inner join {{ ref('fct_task') }} as tasks
    on leads.plan_key = tasks.plan_key and leads.task_no = tasks.task_no
inner join {{ ref('fct_task_status') }} as status
    on tasks.plan_key = status.plan_key and tasks.task_no = status.task_no
inner join {{ ref('dim_plan') }} as plans
    on tasks.plan_key = plans.plan_key and plans.is_in_force
left join words
    on
        forms.unit_key = words.unit_key
        and forms.period_key = words.period_key
        and tasks.plan_key = words.plan_key
        and tasks.task_no = words.task_no
where
    (plans.issued_date <= forms.window_to or plans.issued_date is null)
    and plans.period_start <= forms.period_year
    -- A form of years ago keeps what it asked then.
    and (status.is_asked or not {{ is_recent('forms.period_year') }})
    and (
        coalesce({{ plan_last_year('plans') }} >= forms.period_year, true)
        -- What the unit itself left open stays asked for when the years of its plan are over.
        or words.state in ('in_progress', 'not_started')
    )
    -- Ongoing work is asked about in every period, whatever was said of the last one.
    and (words.state is null or words.state not in ('done', 'stopped') or (
        words.state = 'done' and tasks.deadline_kind = 'ongoing'
    ))
