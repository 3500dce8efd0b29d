"""Where an agency stands: the rows that its overview speaks of, chosen once for sentence, tiles and tables.

Targets are those of the last year in which any was judged: where that was years ago, they are dated and none of them
counts among what can still be mended. So does nothing of an agency whose plans ended years ago; an open plan of which
nothing is heard any more goes on asking for its tasks and reports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboards.pages.book import Book
from dashboards.pages.overdue import overdue_by_lead
from dashboards.pages.targets.order import worst_first
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.states import REPORT_LACKING, TARGET_BEHIND, TARGET_JUDGED


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """agency: its row; is_past: nothing of its plans is asked any more, nor a task that outlives them; are_tasks_told:
    whether any unit ever reported on a task that counts; year: of the targets spoken of; is_year_past: that was years
    ago; judged: those of that year; in_danger: those of them that are missed or may be, worst first; unheard: targets
    of which nothing came; earlier: how many were missed in the year before; period: the last whose reports were due;
    silent: reports that were due and did not come, the latest period first; overdue: a row for each lead of overdue
    tasks; dossiers: the last window; upcoming: by due date; changes: since the night before."""

    agency: Row
    is_reporting: bool
    is_past: bool
    are_tasks_told: bool
    year: int | None
    is_year_past: bool
    judged: Sequence[Row]
    in_danger: Sequence[Row]
    unheard: int
    earlier: Mapping[int, int]
    period: Row | None
    silent: Sequence[Row]
    overdue: Sequence[Row]
    dossiers: Row | None
    upcoming: Sequence[Row]
    changes: Sequence[Row]

    @property
    def judged_now(self) -> Sequence[Row]:
        """Of those judged, what counts among all agencies: nothing of years ago."""
        return () if self.is_year_past else self.judged

    @property
    def in_danger_now(self) -> Sequence[Row]:
        """Of those in danger, what can still be mended."""
        return () if self.is_year_past else self.in_danger

    @property
    def silent_now(self) -> int:
        """Of whom there is no report for the last period that was due: none came, or none that can be read."""
        return self.period["missing"] if self.period else 0


def standings(book: Book) -> list[AgencyStanding]:
    """All agencies, worst first."""
    return [_standing(book, agency) for agency in book.agencies]


def _standing(book: Book, agency: Row) -> AgencyStanding:
    key = agency["agency_key"]
    attention = [row for row in book.rows_of("attention", "agency_key")[key] if row["kind"] == "target"]
    counted = [row for row in book.rows_of("plan_targets", "agency_key")[key] if _counts(row)]
    year = max((_year(row) for row in counted), default=None)
    judged = [row for row in counted if _year(row) == year]
    before = [row for row in counted if year and _year(row) == year - 1 and row["status"] == "missed"]
    board = [row for row in book.rows_of("report_board", "agency_key")[key] if row["status"] in REPORT_LACKING]
    periods = [row for row in book.rows_of("report_periods", "agency_key")[key] if row["received"] or row["missing"]]
    plans, tasks = (book.rows_of(name, "agency_key")[key] for name in ("plans", "plan_tasks"))
    return AgencyStanding(
        agency=agency,
        is_reporting=book.is_reporting(key),
        is_past=bool(plans) and not any(row["is_asked"] for row in (*plans, *tasks)),
        are_tasks_told=are_tasks_told(book, key),
        year=year,
        is_year_past=year is not None and year < book.first_year,
        judged=judged,
        in_danger=sorted((row for row in judged if row["status"] in TARGET_BEHIND), key=worst_first),
        unheard=sum(row["status"] == "not_reported" for row in attention),
        earlier={year - 1: len(before)} if year and before else {},
        period=max(periods, key=_ended, default=None),
        silent=sorted(board, key=_latest),
        overdue=overdue_by_lead(book, key),
        dossiers=next((r for r in book.rows_of("dossiers", "agency_key")[key] if _is_last(r)), None),
        upcoming=book.rows_of("upcoming", "agency_key")[key],
        changes=book.rows_of("changes", "agency_key")[key],
    )


def are_tasks_told(book: Book, agency_key: str) -> bool:
    """Whether any report ever spoke of any of the tasks that it counts."""
    tasks = book.rows_of("plan_tasks", "agency_key")[agency_key]
    return any(task["is_counted"] and book.is_task_told(task["plan_key"], task["task_no"]) for task in tasks)


def _counts(row: Row) -> bool:
    """A figure that a plan prints again counts once; one that was amended counts no more."""
    is_one = row["is_current"] and not row["is_repeat"]
    return bool(row["status"] in TARGET_JUDGED and row["window_to"] is not None and is_one)


def _year(row: Row) -> int:
    year: int = row["window_to"].year
    return year


def _ended(period: Row) -> tuple[object, ...]:
    """Periods in the order of their ends. One that no register knows has none and stands before all that have."""
    day = period["window_to"] or period["due_date_last"]
    return period["window_to"] is not None, day, period["period_key"]


def _latest(row: Row) -> tuple[object, ...]:
    """The latest period first, one that no register knows last; there the longest wait, then names as Vietnamese sort
    them."""
    day = row["window_to"] or row["due_date"]
    name = collation_key(row["unit_name"] or row["unit_key"])
    return row["window_to"] is None, -day.toordinal(), row["period_key"], -(row["days_late"] or 0), name


def _is_last(row: Row) -> bool:
    return bool(row["is_latest"] and row["scope"] == "agency")
