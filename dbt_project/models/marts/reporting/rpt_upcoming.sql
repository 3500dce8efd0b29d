select
    items.row_id,
    items.agency_key,
    items.kind,
    items.plan_key,
    items.item_no,
    items.period_key,
    items.unit_key,
    coalesce(items.owner_name, units.unit_name) as owner_name,
    coalesce(items.title, periods.period_name, items.period_key) as title,
    items.due_date,
    cast(items.due_date - {{ as_of() }} as integer) as days_left,
    items.extended_until,
    items.status,
    agencies.is_simulated or coalesce(items.is_simulated, false) or coalesce(plans.is_simulated, false) as is_simulated,
    items.source_path,
    items.source_place
from {{ ref('int_items_due') }} as items
inner join {{ ref('dim_agency') }} as agencies
    on items.agency_key = agencies.agency_key
left join {{ ref('dim_plan') }} as plans
    on items.plan_key = plans.plan_key
left join {{ ref('dim_unit') }} as units
    on items.unit_key = units.unit_key
left join {{ ref('dim_agency_period') }} as periods
    on items.agency_key = periods.agency_key and items.period_key = periods.period_key
where
    {{ is_upcoming('items.due_date', as_of()) }}
    -- What is still to come due is asked for while no other plan replaced its own, whatever the years of the plan.
    and coalesce(plans.is_in_force, true)
