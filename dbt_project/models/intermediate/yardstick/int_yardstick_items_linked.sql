with items as (
    select * from {{ ref('int_yardstick_items') }}
),

links as (
    select * from {{ ref('int_yardstick_links') }}
)

select
    items.*,
    links.index_code,
    links.component_code,
    links.link
from items
inner join links
    on
        items.agency_key = links.agency_key
        and items.item = links.item
        and items.plan_key is not distinct from links.plan_key
        and items.item_no = links.item_no
-- A component of another meaning in an earlier year (a field's number, a group that came later) bears nothing.
where items.year >= links.year_from
