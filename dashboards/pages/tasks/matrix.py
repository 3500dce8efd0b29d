"""Ongoing tasks and the periods in which they were spoken of: a state for each, and how they stand now."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.tasks import cells as task_cells
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

ONGOING = ("ongoing_with_result", "ongoing_without_result")
# With the name and how a task stands now these are as many as a sheet of A4 holds.
_PERIODS = 5


def ongoing(book: Book, tasks: Sequence[Row], periods: Sequence[Row], origins: Origins) -> Table:
    """tasks: of an agency; periods: its rows of tasks by period."""
    words, shown = book.words.tasks, [task for task in tasks if task["status"] in ONGOING]
    numbers = {(task["plan_key"], task["task_no"]) for task in shown}
    heard = [row for row in periods if (row["plan_key"], row["task_no"]) in numbers]
    # A period that no register knows has no end, and stands last.
    newest = sorted(heard, key=lambda row: (str(row["window_to"] or ""), row["period_key"]), reverse=True)
    names = dict.fromkeys(row["period_key"] for row in newest)
    keys = list(names)[:_PERIODS]
    titles = {row["period_key"]: row["period_name"] for row in heard}
    columns = [Column(book.words.column.task, "name"), Column(words.ongoing_now, "status")]
    columns += [Column(titles[key], "status") for key in keys]
    by_task = grouped(heard, "plan_key", "task_no")
    lines = [
        [
            task_cells.name(book, task),
            task_cells.state(book, task, origins, "fct_task_status", task["plan_key"], task["task_no"]),
            *_periods(book, by_task.get((task["plan_key"], task["task_no"]), []), keys),
        ]
        for task in shown
    ]
    return plain("thuong-xuyen-bang", words.ongoing_title, columns, lines)


def _periods(book: Book, rows: Sequence[Row], keys: Sequence[str]) -> Sequence[Cell]:
    """The state of one task in each period; of several leads, how many have a result."""
    by_period = {row["period_key"]: row for row in rows}
    found = []
    for key in keys:
        row = by_period.get(key)
        if row is None:
            found.append(Cell(book.words.tasks.ongoing_none))
            continue
        told = {"done": formats.number(row["leads_done"]), "asked": formats.number(row["leads_asked"])}
        several = [book.words.tasks.ongoing_share.format(**told)] if (row["leads_asked"] or 0) > 1 else []
        found.append(cells.state(book, "task_status", row["status"], lines=several))
    return found
