with tasks as (
    select
        unit_key,
        -- What a group leads counts for the members that answer for it.
        count(*) filter (where is_own_part) as tasks_led,
        count(*) filter (where role = 'coordinating') as tasks_coordinated,
        count(*) filter (where is_own_part and status in ('done_on_time', 'done_late')) as tasks_done,
        count(*) filter (where is_own_part and status = 'done_on_time') as tasks_done_on_time,
        count(*) filter (where is_own_part and status in ('overdue', 'overdue_unconfirmed')) as tasks_past_due_open
    from {{ ref('rpt_unit_task') }}
    where is_counted
    group by unit_key
),

reports as (
    select
        unit_key,
        count(*) filter (where due_date is not null and status <> 'not_due') as reports_due,
        count(*) filter (where due_date is not null and status = 'on_time') as reports_on_time,
        count(*) filter (where due_date is not null and status = 'late') as reports_late,
        count(*) filter (where due_date is not null and status in ('not_reported', 'unreadable')) as reports_missing,
        count(*) filter (where due_date is not null and status = 'unreadable') as reports_unreadable,
        bool_or(is_simulated) as has_simulated
    from {{ ref('rpt_unit_report') }}
    group by unit_key
),

results as (
    select
        unit_key,
        count(*) as results,
        bool_or(is_simulated) as has_simulated
    from {{ ref('fct_indicator_result') }}
    group by unit_key
)

select
    units.unit_key,
    units.agency_key,
    agencies.agency_name,
    units.unit_name,
    units.unit_kind,
    units.is_collective,
    -- A table of the one-stop system brings figures without any report.
    agencies.is_simulated or coalesce(reports.has_simulated or results.has_simulated, false) as is_simulated,
    cast(coalesce(tasks.tasks_led, 0) as integer) as tasks_led,
    cast(coalesce(tasks.tasks_coordinated, 0) as integer) as tasks_coordinated,
    cast(coalesce(tasks.tasks_done, 0) as integer) as tasks_done,
    cast(coalesce(tasks.tasks_done_on_time, 0) as integer) as tasks_done_on_time,
    cast(coalesce(tasks.tasks_past_due_open, 0) as integer) as tasks_past_due_open,
    {{ task_rates('tasks', 'tasks_led') }},
    cast(coalesce(reports.reports_due, 0) as integer) as reports_due,
    cast(coalesce(reports.reports_on_time, 0) as integer) as reports_on_time,
    cast(coalesce(reports.reports_late, 0) as integer) as reports_late,
    cast(coalesce(reports.reports_missing, 0) as integer) as reports_missing,
    cast(coalesce(reports.reports_unreadable, 0) as integer) as reports_unreadable,
    cast(coalesce(results.results, 0) as integer) as results,
    cast(
        row_number() over (
            partition by units.agency_key
            order by
                coalesce(tasks.tasks_past_due_open, 0) + coalesce(reports.reports_missing, 0) desc,
                coalesce(reports.reports_late, 0) desc,
                coalesce(tasks.tasks_led, 0) desc,
                units.unit_key
        ) as integer
    ) as worst_rank
from {{ ref('dim_unit') }} as units
inner join {{ ref('dim_agency') }} as agencies
    on units.agency_key = agencies.agency_key
left join tasks
    on units.unit_key = tasks.unit_key
left join reports
    on units.unit_key = reports.unit_key
left join results
    on units.unit_key = results.unit_key
-- A page about nothing but a duty would be empty: the plan's page has it.
where not units.is_only_in_duties
