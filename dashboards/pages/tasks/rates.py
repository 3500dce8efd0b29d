"""Each lead unit with the rates of its own part: open late work stands in the denominator."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import TASK_LATE


def rates(book: Book, units: Sequence[Row]) -> Table:
    """Each lead unit with the rates of its own part, who has most late work first; groups of units apart."""
    words, own = book.words.tasks, book.rows_of("unit_tasks", "unit_key")
    titles = [words.led, words.done, words.on_time, *(book.words.task_status[code] for code in TASK_LATE)]
    leading = [unit for unit in units if unit["tasks_led"]]
    leading.sort(key=lambda unit: (-unit["tasks_past_due_open"], collation_key(unit["unit_name"])))
    groups = []
    for is_group in (False, True):
        members = [unit for unit in leading if bool(unit["is_collective"]) is is_group]
        lines = [Line(_rate(book, unit, own[unit["unit_key"]])) for unit in members]
        groups.append(Group(lines, words.rates_groups if is_group else ""))
    columns = [Column(book.words.column.unit, "name"), *(Column(title, "number") for title in titles)]
    return Table("theo-chu-tri", words.rates_title, columns, groups, note=_note(book, leading))


def _note(book: Book, leading: Sequence[Row]) -> str:
    """How the rates are made; where the column adds up to more tasks than there are, why."""
    words = book.words.tasks
    tasks = next(
        (row["tasks"] for row in book.agencies if leading and row["agency_key"] == leading[0]["agency_key"]), 0
    )
    led = sum(unit["tasks_led"] for unit in leading)
    more = words.rates_more.format(led=formats.number(led), tasks=formats.number(tasks)) if led > tasks else ""
    return f"{words.rates_note} {more}".rstrip()


def _rate(book: Book, unit: Row, tasks: Sequence[Row]) -> Sequence[Cell]:
    words = book.words.tasks
    share = Cell(words.on_time_none)
    if unit["tasks_on_time_percent"] is not None:
        percent = book.phrases.quantity(unit["tasks_on_time_percent"], "percent")
        told = {"on_time": unit["tasks_done_on_time"], "base": unit["tasks_done_or_past_due"], "percent": percent}
        href = book.unit_pages.get(unit["unit_key"])
        share = Cell(words.on_time_of.format(**told), unit["tasks_on_time_percent"], href=href and f"{href}#nhiem-vu")
    counted = [task["status"] for task in tasks if task["is_own_part"] and task["is_counted"]]
    late = [counted.count(code) for code in TASK_LATE]
    counts = [cells.count(unit["tasks_led"]), cells.count(unit["tasks_done"]), share, *map(cells.count, late)]
    return [cells.unit(book, unit), *counts]
