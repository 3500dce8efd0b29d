{%- set counts = agency_counts() -%}

with items as (
    select
        plan_key,
        'task' as item,
        status
    from {{ ref('fct_task_status') }}
)

select
    {%- for column, (item, statuses) in counts.items() if item == 'task' %}
    {{ count_items(item, statuses) }} as {{ column }},
    {%- endfor %}
    items.plan_key
from items
group by items.plan_key
