-- A figure that leads nowhere cannot be trusted, and an origin of no row is a wrong ID.
{{ config(meta={'dagster': {'ref': {'name': 'bridge_row_origin'}}}) }}
with fact_rows as (
    {%- for fact, keys in fact_keys().items() %}
    select {{ row_id(fact, keys) }} as row_id
    from {{ ref(fact) }}
    {% if not loop.last %}union all{% endif %}
    {%- endfor %}
),

led_back as (
    select distinct row_id
    from {{ ref('bridge_row_origin') }}
)

select
    fact_rows.row_id,
    led_back.row_id as id_of_the_origin
from fact_rows
full outer join led_back
    on fact_rows.row_id = led_back.row_id
where fact_rows.row_id is null or led_back.row_id is null
