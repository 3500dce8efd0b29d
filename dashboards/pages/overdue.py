"""Overdue tasks summed up by lead. One that no unit of the register leads stands with the lead that its plan prints,
else with nobody: together they are all that the tile counts."""

from collections.abc import Sequence

from dashboards.pages.book import Book
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.states import TASK_LATE


def summed(unit: Row, tasks: Sequence[Row]) -> Row:
    """How many of the tasks of a lead are in each state, and which waits longest."""
    longest = max(tasks, key=lambda row: (row["days_late"] or 0, row["plan_key"], row["task_no"]))
    counts = {code: sum(row["status"] == code for row in tasks) for code in TASK_LATE}
    return {**unit, **counts, "days_late": longest["days_late"] or 0, "longest": longest}


def heaviest(row: Row) -> tuple[object, ...]:
    """The order of leads: who has most that is overdue first."""
    name = row["unit_key"] or row["unit_name"] or ""
    return -row["overdue"], -row["overdue_unconfirmed"], -row["days_late"], name


def without_unit(book: Book, agency_key: str) -> list[Row]:
    """Rows of what no unit of the agency answers for, by the lead that is printed; unit_name is None where none is."""
    led = {
        (row["plan_key"], row["task_no"])
        for unit in book.units
        if unit["agency_key"] == agency_key
        for row in book.rows_of("unit_tasks", "unit_key")[unit["unit_key"]]
        if row["is_own_part"] and not row["group_name"] and row["status"] in TASK_LATE
    }
    left = [
        row
        for row in book.rows_of("plan_tasks", "agency_key")[agency_key]
        if row["is_counted"] and row["status"] in TASK_LATE and (row["plan_key"], row["task_no"]) not in led
    ]
    rows = [
        summed({"unit_key": None, "unit_name": lead, "agency_key": agency_key, "is_simulated": False}, tasks)
        for lead, tasks in grouped(left, "lead_units").items()
    ]
    return sorted(rows, key=heaviest)
