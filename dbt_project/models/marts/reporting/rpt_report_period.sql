with reports as (
    select
        *,
        due_date is not null as is_owed,
        received_date is not null as is_received
    from {{ ref('rpt_report_board') }}
)

select
    agency_key,
    period_key,
    period_name,
    period_year,
    window_to,
    min(due_date) as due_date_first,
    max(due_date) as due_date_last,
    cast(count(*) filter (where is_owed) as integer) as expected,
    cast(count(*) filter (where is_owed and is_received) as integer) as received,
    cast(count(*) filter (where is_owed and status = 'on_time') as integer) as on_time,
    cast(count(*) filter (where is_owed and status = 'late') as integer) as late,
    max(days_late) filter (where is_owed and status = 'late') as late_days_max,
    cast(count(*) filter (where is_owed and status in ('not_reported', 'unreadable')) as integer) as missing,
    cast(count(*) filter (where is_owed and status = 'unreadable') as integer) as unreadable,
    cast(count(*) filter (where is_owed and status = 'not_due') as integer) as not_due,
    cast(count(*) filter (where is_owed and status = 'unknown') as integer) as unknown,
    cast(count(*) filter (where not is_owed and is_received) as integer) as not_owed,
    cast(count(*) filter (where report_state = 'draft') as integer) as drafts,
    bool_or(is_simulated) as is_simulated
from reports
-- Nobody owed what was sent in error and taken back.
where is_owed or is_received
group by agency_key, period_key, period_name, period_year, window_to
