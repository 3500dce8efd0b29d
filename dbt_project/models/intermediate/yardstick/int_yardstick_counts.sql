{%- set counts = yardstick_counts() -%}

select
    items.agency_key,
    items.index_code,
    items.component_code,
    items.year,
    {%- for column, (item, statuses) in counts.items() %}
    {{ count_items(item, statuses) }} as {{ column }},
    {%- endfor %}
    bool_or(items.is_simulated) as is_simulated
from {{ ref('int_yardstick_items_linked') }} as items
-- What an amended or a replaced plan asked for is listed, not counted.
where items.is_current
group by items.agency_key, items.index_code, items.component_code, items.year
