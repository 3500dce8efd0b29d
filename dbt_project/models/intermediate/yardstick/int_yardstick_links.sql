with items as (
    select distinct
        agency_key,
        item,
        plan_key,
        item_no,
        indicator_code,
        reform_area,
        papi_dimension
    from {{ ref('int_yardstick_items') }}
),

by_indicator as (
    select
        items.*,
        links.index_code,
        links.component_code,
        links.year_from,
        'indicator' as link
    from items
    inner join {{ ref('bridge_indicator_index') }} as links
        on items.indicator_code = links.indicator_code
),

by_printed_dimension as (
    select
        items.*,
        'PAPI' as index_code,
        dimensions.code as component_code,
        dimensions.year_from,
        'printed_dimension' as link
    from items
    inner join {{ ref('papi_dimensions') }} as dimensions
        on items.papi_dimension = dimensions.gold_code
),

-- The area says the field of what no indicator places: a target printed under one area may speak of another's field.
by_reform_area as (
    select
        items.*,
        links.index_code,
        links.component_code,
        links.year_from,
        'reform_area' as link
    from items
    inner join {{ ref('bridge_area_index') }} as links
        on items.reform_area = links.reform_area
    left join by_indicator
        on
            items.agency_key = by_indicator.agency_key
            and items.item = by_indicator.item
            and items.plan_key is not distinct from by_indicator.plan_key
            and items.item_no = by_indicator.item_no
            and links.index_code = by_indicator.index_code
    where by_indicator.item is null
),

links as (
    select * from by_indicator
    union all
    select * from by_printed_dimension
    union all
    select * from by_reform_area
)

-- Known in two ways, it is one link: what the plan itself prints goes before what was assigned.
select
    agency_key,
    item,
    plan_key,
    item_no,
    index_code,
    component_code,
    year_from,
    link
from links
qualify row_number() over (
    partition by agency_key, item, plan_key, item_no, index_code, component_code
    order by case link when 'printed_dimension' then 1 when 'indicator' then 2 else 3 end
) = 1
