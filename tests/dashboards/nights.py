"""Nights of the invented warehouse on which something is otherwise: what only then is drawn or said is heard here."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

_LOOKED_AT = """
    is_corrected = true, review_state = 'corrected', reviewed_by = 'Trần Thị B', reviewed_on = date '2026-01-20',
    review_reason = 'in nhầm số'
"""

NIGHTS: dict[str, Sequence[str]] = {
    "as it is": (),
    "years later": ("update reporting.rpt_site set as_of_date = date '2042-10-15'",),
    "people looked at every row of the plans": [
        f"update reporting.{mart} set {_LOOKED_AT}"
        for mart in (
            "rpt_plan",
            "rpt_plan_target",
            "rpt_plan_goal",
            "rpt_plan_measure",
            "rpt_plan_duty",
            "rpt_plan_task",
        )
    ],
    "units answer for nothing yet": ("update reporting.rpt_unit_target set state = 'not_due', actual = null",),
    "people corrected cells": (
        "update reporting.rpt_origin set is_corrected = true",
        "update reporting.rpt_origin set corrected_by = 'Trần Thị B', corrected_on = date '2026-01-20'"
        " where origin_no = 1",
    ),
    "years later, everything of one day": (
        "update reporting.rpt_site set as_of_date = date '2042-10-15'",
        "update reporting.rpt_plan_unit set first_due_date = date '2026-06-30', last_due_date = date '2026-06-30'"
        " where first_due_date is not null",
    ),
    "everything of one day, and of nobody": (
        "update reporting.rpt_plan_unit set first_due_date = date '2026-06-30', last_due_date = date '2026-06-30'"
        " where first_due_date is not null",
        "update reporting.rpt_plan_unit set tasks_coordinated = 2",
        "update reporting.rpt_plan_area set goals = 1",
        "update reporting.rpt_plan_duty set unit = null",
    ),
    "a plan is made up, of an agency that is not": (
        "update reporting.rpt_plan set is_simulated = true",
        "update reporting.rpt_agency set is_simulated = false",
    ),
    "a unit was judged in three periods": (
        "insert into reporting.rpt_target_unit"
        " select * replace ('2026-h1' as period_key, date '2026-06-14' as window_to) from reporting.rpt_target_unit"
        " where period_key = '2026-q1' and unit_key = 'so-y-te-an-hoa/benh-vien'",
    ),
    "a target was judged over two years": (
        "insert into reporting.rpt_plan_target_period select * replace (replace(period_key, '2026', '2025') as"
        " period_key, window_to - interval 1 year as window_to) from reporting.rpt_plan_target_period"
        " where target_no = 'T001'",
    ),
    "units did their tasks": (
        "update reporting.rpt_unit set tasks_done = 4, tasks_done_on_time = 3, tasks_done_or_past_due = 4,"
        " tasks_past_due_open = 0, tasks_on_time_percent = 75",
    ),
    "frameworks were tried out and announced": (
        "update reporting.rpt_index_break set framework_version = 'PAPI_2018/announced_2017'"
        " where framework_version = 'PAPI_2018'",
        "update reporting.rpt_index_break set framework_version = 'PAPI_2022/pilot_2022', year_to = null"
        " where framework_version = 'PAPI_2022'",
        "update reporting.rpt_index_score set framework_version = 'PAPI_2022/pilot_2022'"
        " where framework_version = 'PAPI_2022'",
    ),
    "scores went up and down, of some only the rank is known": (
        "update reporting.rpt_index_score set change_from_previous = case year when 2021 then 0.5 else -0.5 end"
        " where change_from_previous is not null",
        "delete from reporting.rpt_index_score where index_code = 'PAPI' and year > 2021",
        "update reporting.rpt_index_score set value = null, rank = 5, rank_of = null where index_code = 'PAR_INDEX'",
    ),
    "tasks were given more time, or ask for it, or are done": (
        "update reporting.rpt_plan_task set extended_until = date '2026-12-31', extension_document = '5/QĐ',"
        " due_to = date '2026-10-20', last_day_given = date '2026-12-31' where status = 'extended'",
        "update reporting.rpt_plan_task set extension_asked_until = date '2026-12-31' where status = 'overdue'",
        "update reporting.rpt_plan_task set done_date = due_to + 5 where status = 'done_late'",
    ),
    "nobody owes anything": (
        "delete from reporting.rpt_report_board",
        "delete from reporting.rpt_report_period",
        "delete from reporting.rpt_upcoming",
        "update reporting.rpt_agency set reports_due = 0, reports_on_time = 0, reports_late = 0, reports_missing = 0,"
        " reports_unreadable = 0",
        "update reporting.rpt_plan_target set units_concerned = 0, units_reported = 0",
        "update reporting.rpt_plan_task set status = 'in_progress'",
    ),
    "all plans ended years ago": [
        f"update reporting.{mart} set is_asked = false" for mart in ("rpt_plan", "rpt_plan_task", "rpt_unit_task")
    ],
    "all plans were replaced": [
        *("update reporting.rpt_unit_task set is_asked = false, is_counted = false",),
        *(
            f"update reporting.{mart} set is_asked = false, is_counted = false, is_in_force = false"
            for mart in ("rpt_plan", "rpt_plan_task")
        ),
    ],
    "all reports came in time": (
        "update reporting.rpt_report_board set status = 'on_time', has_unreadable_file = false",
        "update reporting.rpt_report_period set on_time = expected, received = expected, late = 0, missing = 0,"
        " unreadable = 0, not_due = 0",
        "update reporting.rpt_agency set reports_on_time = reports_due, reports_late = 0, reports_missing = 0,"
        " reports_unreadable = 0",
    ),
}


def night(warehouse: Path, path: Path, name: str) -> Path:
    """The invented warehouse as it is on a night."""
    shutil.copy(warehouse, path)
    with duckdb.connect(str(path)) as connection:
        for statement in NIGHTS[name]:
            connection.execute(statement)
    return path
