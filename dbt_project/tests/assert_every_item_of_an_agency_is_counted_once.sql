-- The columns of the overview split targets, tasks and reports without a rest: a row here would make two of its figures
-- contradict each other on the page ("100 % on time" beside "overdue").
select
    agency_key,
    targets,
    tasks,
    reports_due
from {{ ref('rpt_agency') }}
where
    targets <> targets_met + targets_missed + targets_on_track + targets_at_risk + targets_off_track
    + targets_in_progress + targets_not_due + targets_not_reported + targets_not_assessable + targets_other
    or tasks <> tasks_done + tasks_past_due_open + tasks_ongoing + tasks_other
    or tasks_past_due_open <> tasks_overdue + tasks_overdue_unconfirmed
    or reports_due < reports_on_time + reports_late + reports_missing
