"""One change as the cells of its row."""

from collections.abc import Sequence
from dataclasses import replace

from dashboards.blocks.table import Cell
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.tasks import cells as task_cells
from dashboards.row import Row
from dashboards.theme import formats


def change(
    book: Book,
    row: Row,
    origins: Origins,
    lines: Sequence[str] = (),
    *,
    is_of_all: bool = False,
    is_placed: bool = False,
) -> Sequence[Cell]:
    """Who, of which period, what; a figure leads to the cell it stands in, all else names file and place itself where
    there is room for it: is_placed."""
    task = book.task.get((row["plan_key"], row["task_no"]))
    if task:
        return _overdue(book, row, task, origins, lines, is_of_all=is_of_all)
    detail = row["detail"] or ""
    what = row["indicator_name"] or row["indicator_code"] or f"{detail[:1].upper()}{detail[1:]}" or formats.DASH
    more = [detail] if row["indicator_code"] and detail else []
    more += _standing(book, row)
    # What was never there has no figure before it; one that was corrected has.
    lack = formats.DASH if row["change_kind"] == "corrected" else ""
    keys = (row["unit_key"], row["indicator_code"], row["period_key"])
    origin = origins.of("fct_indicator_result", *keys) if row["indicator_code"] else None
    if is_placed and not (origin and row["new_value_text"]):
        more += [place for place in [book.phrases.place_and_file(row)] if place]
    return [
        _unit(book, row, lines, is_of_all=is_of_all),
        Cell(row["period_name"] or formats.DASH),
        Cell(what, lines=more),
        Cell(row["old_value_text"] or lack),
        Cell(row["new_value_text"] or lack, origin=origin if row["new_value_text"] else None),
    ]


def _unit(book: Book, row: Row, lines: Sequence[str], *, is_of_all: bool) -> Cell:
    return replace(cells.unit(book, row, lines), flags=cells.flags(book, row, is_of_all=is_of_all))


def _overdue(
    book: Book, row: Row, task: Row, origins: Origins, lines: Sequence[str], *, is_of_all: bool
) -> Sequence[Cell]:
    """Whose task it is, until when, how it stands now; before its last day nothing was wrong with it."""
    keys = ("fct_task_status", task["plan_key"], task["task_no"])
    due = task_cells.deadline(book, task, None)
    said = book.words.changes.due.format(deadline=", ".join([due.text, *due.lines]))
    return [
        _unit(book, row, lines, is_of_all=is_of_all),
        Cell(formats.DASH),
        # Whose row it is has the flag already.
        replace(task_cells.name(book, task, [said]), flags=()),
        Cell(""),
        task_cells.state(book, task, origins, *keys),
    ]


def _standing(book: Book, row: Row) -> list[str]:
    """That another version of a report taken back still holds."""
    if row["change_kind"] != "withdrawn":
        return []
    days = [
        book.phrases.standing_day(other)
        for other in book.rows_of("report_board", "unit_key")[row["unit_key"]]
        if other["period_key"] == row["period_key"] and not other["is_withdrawn"]
    ]
    return [book.words.changes.still_stands.format(day=day) for day in days[:1] if day]
