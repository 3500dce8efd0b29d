"""The work of a unit as tables: its tasks and its targets, worst first. Few columns: for a phone."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import early
from dashboards.pages.tasks import cells as task_cells
from dashboards.pages.units import members
from dashboards.row import Row
from dashboards.theme.states import position


def tasks(book: Book, table_id: str, title: str, rows: Sequence[Row], origins: Origins | None) -> Table:
    """Tasks, worst first; with the group through which the unit has its part."""
    ordered = sorted(
        rows,
        key=lambda row: (
            position("task_status", row["status"]),
            -(row["days_late"] or 0),
            row["plan_key"],
            row["task_no"],
        ),
    )
    columns = [
        Column(book.words.column.task, "name"),
        Column(book.words.column.due),
        Column(book.words.column.state, "status"),
    ]
    return plain(table_id, title, columns, [_task(book, row, origins) for row in ordered])


def _task(book: Book, row: Row, origins: Origins | None) -> Sequence[Cell]:
    words = book.words.unit_page
    through = [words.through.format(group=row["group_name"])] if row["group_name"] else []
    keys = ("fct_task_progress", row["plan_key"], row["task_no"], row["unit_key"], "today")
    # A task that nobody was asked about has no word to lead to; its line in the plan has its clause.
    is_asked = any(
        line["role"] not in ("awaited", "unasked")
        for line in book.rows_of("origins", "row_id").get("/".join(keys), [])[1:]
    )
    of_group = [
        part
        for part in members.parts(book, row["unit_key"])
        if (part["plan_key"], part["task_no"]) == (row["plan_key"], row["task_no"])
    ]
    more = [members.late_part(book, of_group), task_cells.unread(book, row)]
    state = task_cells.state(book, row, origins if is_asked else None, *keys, more=more)
    product = [book.words.tasks.product.format(product=row["product"])] if row["product"] else []
    due = task_cells.deadline(book, row, None)
    return [task_cells.name(book, row, [*through, *product]), due, state]


def targets(book: Book, table_id: str, title: str, rows: Sequence[Row], origins: Origins) -> Table:
    """What was asked of the unit, what it reached, in the latest period of which anything is known."""
    words = book.words.column
    known = {(row["plan_key"], row["target_no"]): row for row in book.marts.rows("plan_targets")}
    ordered = sorted(
        rows,
        key=lambda row: (position("target_status", row["status"]), row["plan_key"], row["target_no"]),
    )
    columns = [Column(words.statement_target, "name"), Column(words.target, "number"), Column(words.actual, "number")]
    columns.append(Column(words.state, "status"))
    lines = [_target(book, row, known.get((row["plan_key"], row["target_no"])), origins) for row in ordered]
    return plain(table_id, title, columns, lines)


def _target(book: Book, row: Row, target: Row | None, origins: Origins) -> Sequence[Cell]:
    unit = target["unit"] if target else None
    name = (target["indicator_name"] or target["statement"]) if target else row["target_no"]
    code = book.words.tasks.code.format(no=row["target_no"], plan=book.plan_title(book.plan[row["plan_key"]]))
    clause = origins.of("fct_target", row["plan_key"], row["target_no"])
    asked = cells.asked(book, {**row, "comparator": row["comparator_read"], "unit": unit}, clause)
    told = [*([book.words.unit_page.carried] if row["is_carried"] else []), row["period_name"]]
    origin = origins.of(row["row_id"]) if row["row_id"] else None
    state = cells.state(book, "target_status", row["status"], row["status_reason"])
    if row["status"] is None:
        state = cells.state(book, "figure_state", row["state"], row["status_reason"])
    flags = [*cells.flags(book, row), *(target_cells.marks_of(book, target) if target else [])]
    return [
        Cell(name, lines=[code], href=book.target_page(row["plan_key"], row["target_no"]), flags=flags),
        asked,
        early.beside(book, cells.actual(book, {**row, "unit": unit}, lines=told, origin=origin), row, origins),
        state,
    ]
