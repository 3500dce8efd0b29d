with printed as (
    select * from {{ ref('int_task_units') }}
),

members as (
    select
        printed.plan_key,
        printed.task_no,
        expanded.unit_key,
        printed.role,
        printed.position,
        printed.unit_name_printed,
        printed.unit_key as expanded_from
    from printed
    inner join {{ ref('int_collectives_expanded') }} as expanded
        on printed.plan_key = expanded.plan_key and printed.unit_key = expanded.collective_unit_key
    -- Whoever the row names itself stands in it as named; whoever leads with one group does not help with another.
    left join printed as named
        on
            printed.plan_key = named.plan_key
            and printed.task_no = named.task_no
            and expanded.unit_key = named.unit_key
    where named.unit_key is null
    qualify
        row_number() over (
            partition by printed.plan_key, printed.task_no, expanded.unit_key
            order by printed.role = 'lead' desc, printed.position asc, printed.unit_key asc
        ) = 1
)

select
    plan_key,
    task_no,
    unit_key,
    role,
    position,
    unit_name_printed,
    is_collective,
    null as expanded_from
from printed
union all
select
    plan_key,
    task_no,
    unit_key,
    role,
    position,
    unit_name_printed,
    false as is_collective,
    expanded_from
from members
