"""Overdue tasks summed up by lead. One that no unit of the register leads stands with the lead that its plan prints,
else with nobody: together they are all that the tile counts."""

from collections.abc import Iterable, Sequence

from dashboards.pages.book import Book
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.states import TASK_LATE


def overdue_by_lead(book: Book, agency_key: str) -> list[Row]:
    """A row for each unit with overdue tasks among those that its agency counts, who has most first, then for each
    printed lead that is no unit; unit_name is None where none is printed. A task of two leads that neither has done
    stands with both; one given to a group stands with the group, not with each of its members."""
    units = [row for row in book.units if row["agency_key"] == agency_key]
    led = {unit["unit_key"]: _led(book, unit) for unit in units}
    places = {_place(task) for tasks in led.values() for task in tasks}
    tasks = [row for row in book.rows_of("plan_tasks", "agency_key")[agency_key] if _is_late(row)]
    left = grouped([task for task in tasks if _place(task) not in places], "lead_units")
    return [
        *_sorted(_summed(unit, led[unit["unit_key"]]) for unit in units if led[unit["unit_key"]]),
        *_sorted(_summed(_nobody(agency_key, lead, tasks), tasks) for lead, tasks in left.items()),
    ]


def _led(book: Book, unit: Row) -> list[Row]:
    tasks = book.rows_of("unit_tasks", "unit_key")[unit["unit_key"]]
    return [row for row in tasks if _is_late(row) and row["is_own_part"] and not row["group_name"]]


def _is_late(task: Row) -> bool:
    return bool(task["is_counted"] and task["status"] in TASK_LATE)


def _place(task: Row) -> tuple[str, str]:
    return task["plan_key"], task["task_no"]


def _nobody(agency_key: str, lead: str | None, tasks: Sequence[Row]) -> Row:
    """What stands for a unit where the register has none."""
    is_simulated = any(task["is_simulated"] for task in tasks)
    return {"unit_key": None, "unit_name": lead, "agency_key": agency_key, "is_simulated": is_simulated}


def _summed(unit: Row, tasks: Sequence[Row]) -> Row:
    """How many of the tasks of a lead are in each state, and which waits longest."""
    longest = max(tasks, key=lambda row: (row["days_late"] or 0, *_place(row)))
    counts = {code: sum(row["status"] == code for row in tasks) for code in TASK_LATE}
    return {**unit, **counts, "days_late": longest["days_late"] or 0, "longest": longest}


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=_heaviest)


def _heaviest(row: Row) -> tuple[object, ...]:
    name = row["unit_key"] or row["unit_name"] or ""
    return -row["overdue"], -row["overdue_unconfirmed"], -row["days_late"], name
