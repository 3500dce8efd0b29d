"""Every state and every finding of results has its example in the shipped collection, or a reason why not."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import duckdb
import pytest

from orchestration.resources import Workspace
from sources.results.rows import EventKind, FigureState, Layout, ReportState, Section, TaskState
from sources.results.rules.book import RULES

_REASONS: Final = Path(__file__).parent / "without_example.csv"

# What the pages can say (design: data model), by where the sample has to show it.
_FIGURES: Final = {*get_args(FigureState), "not_reported", "not_due", "not_published", "quarantined"}
_TARGETS: Final = {
    "met",
    "exceeded",
    "missed",
    "on_track",
    "at_risk",
    "off_track",
    "in_progress",
    "not_due",
    "not_reported",
    "not_assessable",
    "nothing_arose",
    "not_applicable",
}
_TASKS: Final = {
    "done_on_time",
    "done_late",
    "in_progress",
    "overdue",
    "overdue_unconfirmed",
    "not_started",
    "not_reported",
    "ongoing_with_result",
    "ongoing_without_result",
    "extended",
    "stopped",
    "condition_not_arisen",
    "no_due_date",
}
_REPORTS: Final = {"on_time", "late", "not_reported", "unreadable", "not_due", "unknown", "not_owed"}
_CHANGES: Final = {"new", "corrected", "sent_again", "held_back", "withdrawn", "overdue"}

_BASES: Final = {"ratio", "share_of_units", "total", "mean_of_rates", "as_typed", "lowest_quarter", None}

# What is shown -> everything it can be, and the query that says what the sample shows.
_SHOWN: Final = {
    "finding": (set(RULES), "select distinct kind from raw.results_findings"),
    "figure": (_FIGURES, "select distinct state from reporting.rpt_unit_result"),
    "target": (_TARGETS, "select distinct status from core.fct_target_status"),
    "target of a unit": (
        {*_TARGETS, None},
        "select distinct status from core.fct_target_progress where scope = 'unit'",
    ),
    "figure basis": (_BASES, "select distinct figure_basis from core.fct_target_progress"),
    "task": (_TASKS, "select distinct status from core.fct_task_status"),
    "task of a lead": (_TASKS, "select distinct status from core.fct_task_progress where not is_today"),
    "word of a lead": (
        {*get_args(TaskState), "not_reported", "not_due"},
        "select distinct state from core.fct_task_progress",
    ),
    "task word": (set(get_args(TaskState)), "select distinct state from raw.results_tasks"),
    "report": (_REPORTS, "select distinct status from core.fct_report_submission"),
    "report state": (
        {*get_args(ReportState), None},
        "select distinct report_state from raw.results_submissions",
    ),
    "layout": (set(get_args(Layout)), "select distinct layout from raw.results_submissions"),
    "event": (set(get_args(EventKind)), "select distinct event_kind from raw.results_events"),
    "section": (set(get_args(Section)), "select distinct section from raw.results_narratives"),
    "change": (_CHANGES, "select distinct change_kind from reporting.rpt_change"),
}


@pytest.fixture(scope="module")
def warehouse(sample_night: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_night.current / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _reasons() -> dict[tuple[str, str], str]:
    with _REASONS.open(encoding="utf-8", newline="") as stream:
        return {(line["what"], line["name"]): line["reason"] for line in csv.DictReader(stream)}


@pytest.mark.parametrize("what", _SHOWN)
def test_everything_that_can_be_said_has_its_example_or_a_reason(
    warehouse: duckdb.DuckDBPyConnection, what: str
) -> None:
    possible, query = _SHOWN[what]
    shown = {row[0] for row in warehouse.execute(query).fetchall()}
    excused = {name for kind, name in _reasons() if kind == what}
    assert possible - shown - excused == set()
    # A reason that no longer holds goes.
    assert excused & shown == set()


def test_every_reason_speaks_of_something_that_can_be_said() -> None:
    reasons = _reasons()
    assert {name for what, name in reasons if name not in _SHOWN[what][0]} == set()
    assert all(len(reason) > 20 for reason in reasons.values())


def test_reports_came_in_every_way_that_the_board_tells_apart(warehouse: duckdb.DuckDBPyConnection) -> None:
    board = warehouse.execute(
        "select max(days_late) filter (where status = 'late'), max(versions), count(*) filter (where is_withdrawn),"
        " count(*) filter (where level <> 'unit' and status = 'on_time')"
        " from reporting.rpt_report_board where agency_key = 'so-y-te-minh-hoa'"
    ).fetchone()
    assert board is not None
    days_late, versions, withdrawn, of_the_agency = board
    assert days_late > 30
    assert versions >= 3
    assert withdrawn >= 1
    assert of_the_agency >= 1


def test_every_plan_with_figures_shows_a_way_from_a_result_to_a_target(warehouse: duckdb.DuckDBPyConnection) -> None:
    without = warehouse.execute(
        "select distinct plan_key from core.fct_target"
        " except select plan_key from core.fct_target_progress where scope = 'agency' and actual is not null"
    ).fetchall()
    assert without == []
