with plans as (
    select
        plan_key,
        agency_key,
        coalesce(replaced_date > {{ as_of() }}, true) as is_in_force,
        -- What a plan of last year left open can still be done.
        coalesce(last_year >= year({{ as_of() }}) - 1, true) as is_recent
    from {{ ref('int_plans_bounded') }}
)

select
    plan_key,
    is_in_force,
    is_in_force and is_recent as is_asked,
    -- Of an agency of which nothing is asked any more it is told how its plans stood in the end.
    is_in_force
    and (is_recent or not bool_or(is_in_force and is_recent) over (partition by agency_key)) as is_counted
from plans
