{%- set counts = agency_counts() -%}

with items as (
    -- A plan that another one replaced, a target that was amended count no more; their page stays. A figure that a plan
    -- prints again counts once. Of each task it is said whether it counts.
    {%- for item, model, status in [
        ('plan', 'dim_plan', 'null'),
        ('target', 'fct_target_status', 'status'),
        ('goal', 'fct_goal', 'null'),
        ('measure', 'fct_measure', 'null'),
        ('task', 'fct_task_status', 'status'),
    ] %}
    select
        items.agency_key,
        '{{ item }}' as item,
        {{ 'items.status' if status == 'status' else 'cast(null as varchar) as status' }}
    from {{ ref(model) }} as items
    inner join {{ ref('dim_plan') }} as plans
        on items.plan_key = plans.plan_key and plans.is_in_force
    {{ 'where items.is_current and not items.is_repeat' if item == 'target' }}
    {{- 'where items.is_counted' if item == 'task' }}
    union all
    {%- endfor %}
    select
        agency_key,
        'report' as item,
        status
    from {{ ref('fct_report_submission') }}
    where is_owed
    union all
    select
        agency_key,
        'finding' as item,
        severity as status
    from {{ ref('fct_finding') }}
    where is_open
),

counted as (
    select
        agencies.agency_key,
        agencies.agency_name,
        agencies.province_name,
        agencies.is_simulated,
        {%- for column, (item, statuses) in counts.items() %}
        {{ count_items(item, statuses) }} as {{ column }},
        {%- endfor %}
        agencies.has_digest
    from {{ ref('dim_agency') }} as agencies
    left join items
        on agencies.agency_key = items.agency_key
    group by
        agencies.agency_key, agencies.agency_name, agencies.province_name, agencies.is_simulated, agencies.has_digest
)

select
    counted.agency_key,
    counted.agency_name,
    counted.province_name,
    counted.is_simulated,
    simulated.agency_key is not null as has_simulated_results,
    counted.has_digest,
    {%- for column in counts %}
    counted.{{ column }},
    {%- endfor %}
    {{ task_rates('counted') }},
    ranked.worst_rank
from counted
inner join {{ ref('int_agencies_ranked') }} as ranked
    on counted.agency_key = ranked.agency_key
left join {{ ref('int_agencies_simulated') }} as simulated
    on counted.agency_key = simulated.agency_key
