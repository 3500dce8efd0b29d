"""The reports of a period one by one: what each unit sent, when, in which version, what of it is to be mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import position


def one_period(book: Book, table_id: str, title: str, rows: Sequence[Row], origins: Origins) -> Table:
    """The reports of one period, those that ask for a call first."""
    ordered = sorted(rows, key=calling_order)
    return plain(table_id, title, _columns(book), [report(book, row, origins).line for row in ordered])


def all_periods(book: Book, rows: Sequence[Row]) -> Table:
    """Every report of every period, the latest period first: what only the files beside the page hold."""
    words = book.words
    stated = [Column(words.column.period, "name"), Column(words.reports.days_late, "number")]
    lines = [[Cell(row["period_name"]), Cell(value=row["days_late"]), *report(book, row, None).line] for row in rows]
    return plain("moi-ky", words.reports.all_periods, [*stated, *_columns(book)], lines)


def _columns(book: Book) -> list[Column]:
    words, titles = book.words.column, book.words.reports
    return [
        Column(words.unit, "name"),
        Column(words.state, "status"),
        Column(words.due, "day"),
        Column(words.sent, "day"),
        Column(titles.received_on, "day"),
        Column(titles.version),
        Column(titles.to_mend),
    ]


@dataclass(frozen=True, slots=True)
class ReportCells:
    """What is told of one report, by name: the page of a unit asks for some of it in an order of its own."""

    unit: Cell
    state: Cell
    due: Cell
    sent: Cell
    received: Cell
    version: Cell
    to_mend: Cell

    @property
    def line(self) -> Sequence[Cell]:
        """As the columns of the board of reports."""
        return [self.unit, self.state, self.due, self.sent, self.received, self.version, self.to_mend]


def report(book: Book, row: Row, origins: Origins | None) -> ReportCells:
    """What one unit sent, leading to the file it stands in."""
    words, column = book.words.reports, book.words.unit_page
    said = [*book.phrases.report_notes(row), *([words.withdrawn] if row["is_withdrawn"] else [])]
    printed = row["due_date_printed"]
    shifted = [column.due_printed.format(date=formats.day(printed))] if printed not in (None, row["due_date"]) else []
    standing_sent, standing_received = _standing(book, row)
    origin = origins.of("fct_report_submission", row["unit_key"], row["period_key"]) if origins else None
    return ReportCells(
        unit=cells.unit(book, row, [words.sent_to.format(name=row["report_to"])] if row["report_to"] else []),
        state=cells.state(book, "report_status", row["status"], lines=said, origin=origin),
        due=cells.day(row["due_date"], shifted),
        sent=cells.day(row["sent_date"], standing_sent, origin),
        received=cells.day(row["received_date"], standing_received, origin),
        version=version(book, row),
        to_mend=Cell(book.phrases.to_mend(row) if is_there(row) else formats.DASH),
    )


def _standing(book: Book, row: Row) -> tuple[list[str], list[str]]:
    """The day of the version that stands, where it is not the first one's, which the state is judged by: below the day
    of sending, or where none is known, below the day of receipt."""
    is_known_sent = row["standing_sent_date"] is not None
    first, last = ("sent_date", "standing_sent_date") if is_known_sent else ("received_date", "standing_received_date")
    is_another = (row["versions"] or 0) > 1 and row[last] not in (None, row[first])
    said = [book.words.reports.standing.format(day=book.phrases.standing_day(row))] if is_another else []
    return (said, []) if is_known_sent else ([], said)


def is_there(row: Row) -> bool:
    """Whether a file stands that somebody may have to mend: one that came and was not taken back."""
    return bool(row["has_unreadable_file"] or (row["versions"] and not row["is_withdrawn"]))


def version(book: Book, row: Row) -> Cell:
    """Signed or a draft; how often it was sent, and how much of that was taken back; nothing where all of it was."""
    words = book.words.reports
    if not row["versions"] or row["is_withdrawn"]:
        return Cell(formats.DASH)
    taken_back = row["versions"] - row["files"]
    said = [words.sent_again.format(n=row["versions"])] if row["versions"] > 1 else []
    said += [words.sent_withdrawn.format(n=taken_back)] if taken_back else []
    return Cell(book.words.report_state.get(row["report_state"] or "unknown", row["report_state"]), lines=said)


def calling_order(row: Row) -> tuple[Any, ...]:
    """State in the order of the family, the latest first, then names as Vietnamese sort them."""
    return (
        position("report_status", row["status"]),
        -(row["days_late"] or 0),
        collation_key(row["unit_name"] or row["unit_key"]),
    )
