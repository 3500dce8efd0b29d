"""What units set themselves (Biểu 3): shown with the unit, counted apart from the tasks of plans."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.tallies import statuses
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE, position


def of_unit(book: Book, rows: Sequence[Row]) -> str:
    """How many it set itself, by the newest list of which period, how many are late; that no other page counts them."""
    told = {"n": formats.number(len(rows)), "late": _late(book, rows)}
    period: str = rows[0]["period_name"]
    return book.words.own_tasks.of_unit.format(period=period, **told)


def left_out(book: Book, agency_key: str) -> str:
    """That what the units of an agency set themselves is counted nowhere here; empty where none set itself anything."""
    own = book.rows_of("own_tasks", "unit_key")
    units = book.rows_of("units", "agency_key")[agency_key]
    rows = [row for unit in units for row in own.get(unit["unit_key"], [])]
    if not rows:
        return ""
    said: str = book.words.own_tasks.left_out.format(n=formats.number(len(rows)), late=_late(book, rows))
    return said


def _late(book: Book, rows: Sequence[Row]) -> str:
    """ " (1 quá hạn, 2 quá hạn, chưa xác nhận)"; empty where nothing is late."""
    words, counts = book.words, statuses(rows)
    named = words.own_tasks.late_part
    parts = [
        named.format(n=formats.number(counts[code]), state=formats.lower(words.task_status[code]))
        for code in TASK_LATE
        if counts[code]
    ]
    return words.own_tasks.late.format(parts="; ".join(parts)) if parts else ""


def table(book: Book, rows: Sequence[Row], origins: Origins) -> Table:
    """Worst first: what, until when by the unit itself, how it stands."""
    ordered = sorted(
        rows, key=lambda row: (position("task_status", row["status"]), -(row["days_late"] or 0), row["line_no"])
    )
    words = book.words
    columns = [Column(words.own_tasks.task, "name"), Column(words.own_tasks.due, "day")]
    columns.append(Column(words.column.state, "status"))
    return plain("tu-dat", words.own_tasks.title, columns, [_line(book, row, origins) for row in ordered])


def _line(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    words = book.words
    lines = [words.tasks.product.format(product=row["product"])] if row["product"] else []
    if row["plan_number"]:
        lines.append(words.own_tasks.by_plan.format(number=row["plan_number"]))
    done = words.tasks.done_on.format(date=formats.day(row["done_date"])) if row["done_date"] else ""
    told = [book.phrases.days_late(row["days_late"]), done, row["document_number"], row["explanation"]]
    due = Cell(words.common.no_deadline) if row["due_date"] is None else cells.day(row["due_date"])
    origin = origins.of("fct_own_task", row["unit_key"], row["period_key"], str(row["line_no"]))
    return [
        Cell(row["description"], lines=lines, flags=cells.flags(book, row)),
        due,
        cells.state(book, "task_status", row["status"], lines=[line for line in told if line], origin=origin),
    ]
