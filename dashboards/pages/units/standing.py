"""How a unit stands today: what it owes, of reports, tasks, targets and figures to mend. The board of units and the
page of a unit say the same because both take it from here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.pages.book import Book
from dashboards.pages.tallies import statuses
from dashboards.row import Row
from dashboards.theme.states import REPORT_LACKING, TARGET_BEHIND, TASK_LATE

TO_MEND = ("error", "warning")


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """unit: its row; reports: latest period first; tasks: its own parts of what is still asked; targets: of plans in
    force; findings: of its files, grave ones first."""

    unit: Row
    reports: Sequence[Row]
    tasks: Sequence[Row]
    targets: Sequence[Row]
    findings: Sequence[Row]

    @property
    def missing(self) -> Sequence[Row]:
        """Reports past their day of which nothing came that can be read."""
        return [row for row in self.reports if row["status"] in REPORT_LACKING]

    @property
    def latest(self) -> Row | None:
        """The newest report that has fallen due."""
        return next((row for row in self.reports if row["status"] not in ("not_due", "not_owed")), None)

    @property
    def late(self) -> Sequence[Row]:
        """Overdue parts of tasks, the latest first."""
        found = [task for task in self.tasks if task["status"] in TASK_LATE]
        return sorted(found, key=lambda task: (-(task["days_late"] or 0), task["plan_key"], task["task_no"]))

    @property
    def task_counts(self) -> Counter[str]:
        """States of its own parts."""
        return statuses(self.tasks)

    @property
    def target_counts(self) -> Counter[str]:
        """States of its targets."""
        return statuses(self.targets)

    @property
    def behind(self) -> Sequence[Row]:
        """Targets missed, off track or at risk, in this order."""
        found = [row for row in self.targets if row["status"] in TARGET_BEHIND]
        grade = TARGET_BEHIND.index
        return sorted(found, key=lambda row: (grade(row["status"]), row["plan_key"], row["target_no"]))

    @property
    def to_mend(self) -> Sequence[Row]:
        """Findings that ask the clerk for something."""
        return [row for row in self.findings if row["severity"] in TO_MEND]

    @property
    def group(self) -> str:
        """What is to be done about the unit: urge, follow, nothing; groups of units stand apart."""
        if self.unit["is_collective"]:
            return "collective"
        if self.missing or self.late:
            return "urge"
        is_late = self.latest is not None and self.latest["status"] == "late"
        return "follow" if is_late or self.behind or self.to_mend else "calm"

    @property
    def weight(self) -> tuple[int, ...]:
        """Who needs attention first has the greater one."""
        return len(self.missing), len(self.late), len(self.behind), len(self.to_mend)


def unit_standings(book: Book) -> dict[str, UnitStanding]:
    """By unit_key, of all units with a page."""
    reports, findings = book.rows_of("report_board", "unit_key"), book.rows_of("quality_findings", "unit_key")
    tasks, targets = book.rows_of("unit_tasks", "unit_key"), book.rows_of("unit_targets", "unit_key")
    return {
        key: UnitStanding(
            unit,
            reports[key],
            [row for row in tasks[key] if row["is_own_part"] and row["is_asked"]],
            [row for row in targets[key] if is_in_force(book, row)],
            findings[key],
        )
        for key, unit in book.unit.items()
        if key in book.unit_pages
    }


def is_in_force(book: Book, row: Row) -> bool:
    """A target that is not closed, of a plan that has not ended."""
    plan = book.plan.get(row["plan_key"])
    return bool(row["is_current"]) and not (plan and book.has_ended(plan))
