{%- set counts = unit_counts() -%}

with items as (
    select
        unit_key,
        period_key,
        'report' as item,
        status,
        is_simulated
    from {{ ref('fct_report_submission') }}
    where is_owed
    union all
    select
        unit_key,
        period_key,
        'task' as item,
        status,
        is_simulated
    from {{ ref('fct_task_progress') }}
    where not is_today
    union all
    -- A figure printed again is one thing to reach; what a unit adds to a count of its agency is no target of its own.
    select
        progress.scope_key as unit_key,
        progress.period_key,
        'target' as item,
        progress.status,
        progress.is_simulated
    from {{ ref('fct_target_progress') }} as progress
    inner join {{ ref('fct_target') }} as targets
        on progress.plan_key = targets.plan_key and progress.target_no = targets.target_no
    where progress.scope = 'unit' and progress.status is not null and not targets.is_repeat
    union all
    select
        unit_key,
        period_key,
        'finding' as item,
        severity as status,
        false as is_simulated
    from {{ ref('int_findings_of_reports') }}
    where unit_key is not null and period_key is not null
),

counted as (
    select
        items.unit_key,
        items.period_key,
        {%- for column, (item, statuses) in counts.items() %}
        {{ count_items(item, statuses) }} as {{ column }},
        {%- endfor %}
        bool_or(items.is_simulated) as has_simulated
    from items
    group by items.unit_key, items.period_key
)

select
    counted.unit_key,
    counted.period_key,
    units.agency_key,
    periods.window_to,
    {%- for column in counts %}
    counted.{{ column }},
    {%- endfor %}
    {{ task_rates('counted', 'tasks_led') }},
    counted.has_simulated as is_simulated
from counted
inner join {{ ref('dim_unit') }} as units
    on counted.unit_key = units.unit_key
left join {{ ref('dim_agency_period') }} as periods
    on units.agency_key = periods.agency_key and counted.period_key = periods.period_key
