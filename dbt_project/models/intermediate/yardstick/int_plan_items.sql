with spans as (
    select
        plans.plan_key,
        plans.agency_key,
        plans.is_in_force,
        plans.is_simulated,
        coalesce(plans.period_start, year(plans.issued_date)) as year_from,
        -- A plan without an end is looked at year by year, as far as the night's day goes.
        coalesce({{ plan_last_year('plans') }}, year({{ as_of() }})) as year_to
    from {{ ref('dim_plan') }} as plans
),

printed as (
    select
        'goal' as item,
        plan_key,
        goal_no as item_no,
        reform_area,
        null as papi_dimension,
        period_start as own_year_from,
        period_end as own_year_to,
        null as status,
        statement,
        source_path,
        source_place
    from {{ ref('fct_goal') }}
    union all by name
    select
        'measure' as item,
        plan_key,
        measure_no as item_no,
        reform_area,
        papi_dimension,
        description as statement,
        source_path,
        source_place
    from {{ ref('fct_measure') }}
    union all by name
    select
        'task' as item,
        tasks.plan_key,
        tasks.task_no as item_no,
        tasks.reform_area,
        year(coalesce(tasks.due_from, tasks.due_to)) as own_year_from,
        year(tasks.due_to) as own_year_to,
        status.status,
        tasks.description as statement,
        tasks.source_path,
        tasks.source_place
    from {{ ref('fct_task') }} as tasks
    left join {{ ref('fct_task_status') }} as status
        on tasks.plan_key = status.plan_key and tasks.task_no = status.task_no
)

-- A deadline outside the years of its plan (a printer's error) leaves the item in the plan's nearest year.
select
    printed.item,
    spans.agency_key,
    printed.plan_key,
    printed.item_no,
    printed.reform_area,
    printed.papi_dimension,
    least(greatest(coalesce(printed.own_year_from, spans.year_from), spans.year_from), spans.year_to) as year_from,
    least(greatest(coalesce(printed.own_year_to, spans.year_to), spans.year_from), spans.year_to) as year_to,
    printed.status,
    printed.statement,
    spans.is_in_force as is_current,
    spans.is_simulated,
    printed.source_path,
    printed.source_place
from printed
inner join spans
    on printed.plan_key = spans.plan_key
