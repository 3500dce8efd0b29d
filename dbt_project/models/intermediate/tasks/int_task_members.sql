with spoken as (
    select distinct
        plan_key,
        task_no,
        unit_key
    from {{ ref('int_task_words') }}
)

-- Who of a group answers for it: whoever has spoken, and whoever has owed a report in which to speak.
select
    units.plan_key,
    units.task_no,
    units.unit_key,
    units.expanded_from
from {{ ref('int_task_units_expanded') }} as units
left join spoken
    on units.plan_key = spoken.plan_key and units.task_no = spoken.task_no and units.unit_key = spoken.unit_key
left join {{ ref('int_units_awaited') }} as awaited
    on units.plan_key = awaited.plan_key and units.unit_key = awaited.unit_key
where
    units.role = 'lead'
    and units.expanded_from is not null
    and (spoken.unit_key is not null or awaited.unit_key is not null)
