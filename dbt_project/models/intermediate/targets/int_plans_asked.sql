with bounds as (
    select * from {{ ref('int_plans_bounded') }}
),

plans as (
    select
        bounds.plan_key,
        bounds.agency_key,
        coalesce(bounds.replaced_date > {{ as_of() }}, true) as is_in_force,
        -- A plan that names no years is of the year it was issued.
        printed.is_open_ended
        or {{ is_recent('coalesce(bounds.last_year, year(bounds.effective_date))') }} as is_recent
    from bounds
    inner join {{ ref('stg_plans__plans') }} as printed
        on bounds.plan_key = printed.plan_key
)

select
    plan_key,
    is_in_force,
    is_in_force and is_recent as is_asked,
    -- Of an agency of which nothing is asked any more it is told how its plans stood in the end.
    is_in_force
    and (is_recent or not bool_or(is_in_force and is_recent) over (partition by agency_key)) as is_counted
from plans
