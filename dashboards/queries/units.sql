select
    unit_key,
    agency_key,
    agency_name,
    unit_name,
    unit_kind,
    is_collective,
    is_simulated,
    tasks_led,
    tasks_done,
    tasks_done_on_time,
    tasks_done_or_past_due,
    tasks_on_time_percent,
    tasks_past_due_open
from reporting.rpt_unit
order by agency_key, worst_rank, unit_key
