{%- set counts = yardstick_counts() -%}

-- What an amended or a replaced plan asked for is listed, not counted; what a plan prints again counts once.
with items as (
    select * from {{ ref('int_yardstick_items_linked') }}
    where is_current
    qualify item <> 'target' or row_number() over (
        partition by agency_key, index_code, component_code, year, item, repeat_key
        order by item_key
    ) = 1
)

select
    items.agency_key,
    items.index_code,
    items.component_code,
    items.year,
    {%- for column, (item, statuses) in counts.items() %}
    {{ count_items(item, statuses) }} as {{ column }},
    {%- endfor %}
    bool_or(items.is_simulated) as is_simulated
from items
group by items.agency_key, items.index_code, items.component_code, items.year
