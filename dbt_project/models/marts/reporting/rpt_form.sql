with figures as (
    select
        unit_key,
        period_key,
        count(*) as figures
    from {{ ref('rpt_form_figure') }}
    group by unit_key, period_key
),

tasks as (
    select
        unit_key,
        period_key,
        count(*) as tasks
    from {{ ref('rpt_form_task') }}
    group by unit_key, period_key
)

select
    forms.unit_key,
    forms.period_key,
    forms.agency_key,
    agencies.agency_name,
    forms.unit_name,
    forms.short_name,
    forms.unit_kind,
    forms.head,
    forms.period_name,
    forms.window_from,
    forms.window_to,
    forms.is_cumulative,
    forms.previous_to,
    forms.is_owed,
    forms.due_date,
    cast(coalesce(figures.figures, 0) as integer) as figures,
    cast(coalesce(tasks.tasks, 0) as integer) as tasks,
    agencies.is_simulated
from {{ ref('int_forms') }} as forms
inner join {{ ref('dim_agency') }} as agencies
    on forms.agency_key = agencies.agency_key
left join figures
    on forms.unit_key = figures.unit_key and forms.period_key = figures.period_key
left join tasks
    on forms.unit_key = tasks.unit_key and forms.period_key = tasks.period_key
