"""Who leads a task, whose part of it is late, and what they said last."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from dashboards.pages.book import Book
from dashboards.pages.tasks.cells import unread
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import TASK_LATE

_SAID = 3


class Leads:
    """The lead units of all tasks, by plan and number."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], list[Row]]:
        rows = [row for row in self._book.marts.rows("unit_tasks") if row["role"] == "lead"]
        return grouped(rows, "plan_key", "task_no")

    @cached_property
    def _reports(self) -> Mapping[tuple[str, str, str], Row]:
        """Reports by agency, unit and period as origins name them."""
        rows = self._book.marts.rows("report_board")
        return {(row["agency_key"], row["unit_name"], row["period_name"]): row for row in rows}

    def names(self, task: Row) -> Sequence[str]:
        """The units that the plan names, as the register writes them; else as the plan prints them."""
        rows = self._rows.get((task["plan_key"], task["task_no"]), [])
        found = {self._name(row) for row in rows if row["group_name"] is None}
        return sorted(found, key=collation_key) or [task["lead_units"] or self._book.words.common.no_lead]

    def page(self, task: Row) -> str | None:
        """The page of the lead unit, where one unit leads."""
        rows = self._rows.get((task["plan_key"], task["task_no"]), [])
        keys = {row["unit_key"] for row in rows if row["group_name"] is None}
        return self._book.unit_pages.get(next(iter(keys))) if len(keys) == 1 else None

    def late_part(self, task: Row) -> str:
        """ "4/10 đơn vị của nhóm chưa xong": of a task that a group leads; empty where none is late."""
        rows = self._rows.get((task["plan_key"], task["task_no"]), [])
        members = [row for row in rows if row["group_name"] is not None and row["is_own_part"]]
        late = [row for row in members if row["status"] in TASK_LATE]
        if not late:
            return ""
        part, whole = formats.number(len(late)), formats.number(len(members))
        return self._book.words.tasks.late_part.format(part=part, whole=whole)

    def last_words(self, task: Row) -> Sequence[str]:
        """What the units that are late said last, and where more of it may stand unread: first those whose state is the
        task's, of them those of whom more may stand unread; three of them at most."""
        words = self._book.words.tasks
        rows = self._rows.get((task["plan_key"], task["task_no"]), [])
        parts = [row for row in rows if row["is_own_part"] and row["status"] in TASK_LATE]
        late = {self._name(row): unread(self._book, row) for row in parts}
        # One that spoke before the last day does not bear out "reported after it".
        bearing = {self._name(row) for row in parts if row["status"] == task["status"]}
        row_id = f"fct_task_status/{task['plan_key']}/{task['task_no']}"
        told = [row for row in self._book.rows_of("origins", "row_id").get(row_id, []) if row["unit_name"] in late]
        told = sorted(
            (row for row in told if row["role"] in ("task_word", "missing")),
            key=lambda row: (row["unit_name"] not in bearing, not late[row["unit_name"]]),
        )
        said = [self._said(task["agency_key"], row, late[row["unit_name"]]) for row in told]
        if len(said) > _SAID:
            more = words.more_units.format(n=formats.number(len(said) - _SAID))
            said = [*said[:_SAID], more]
        return said or [task["explanation"] or words.no_word]

    def _said(self, agency_key: str, row: Row, unread: str) -> str:
        """A report that is missing names its unit itself."""
        words, said = self._book.words.tasks, row["said"]
        if row["role"] != "missing":
            said = words.said.format(unit=row["unit_name"], when=self._when(agency_key, row), said=said)
        return words.said_unread.format(said=said, unread=unread) if unread else said

    def _when(self, agency_key: str, row: Row) -> str:
        """The report that the word stands in, and its day as the board of reports has it."""
        report = self._reports.get((agency_key, row["unit_name"], row["period_name"]))
        day = self._book.phrases.standing_day(report) if report else ""
        if not day:
            return row["period_name"] or formats.DASH
        return self._book.words.tasks.said_when.format(period=row["period_name"], day=day)

    def _name(self, row: Row) -> str:
        unit = self._book.unit.get(row["unit_key"])
        return str(unit["unit_name"] if unit else row["unit_key"])
