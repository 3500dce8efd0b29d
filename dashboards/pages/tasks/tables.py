"""The lists of the page of tasks: late, next, all."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.origins import Origins
from dashboards.pages import cells, horizon
from dashboards.pages.book import Book
from dashboards.pages.tasks import cells as task_cells
from dashboards.pages.tasks.leads import Leads
from dashboards.pages.tasks.matrix import ONGOING
from dashboards.pages.tasks.sentences import unasked
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import TASK, TASK_LATE

_APART = ("no_due_date", "stopped", "condition_not_arisen")


def late(book: Book, tasks: Sequence[Row], leads: Leads, origins: Origins) -> Table:
    """Overdue tasks, those that are late longest first; of plans that ask for nothing now apart, without the days that
    nobody counts any more."""
    words = book.words.tasks
    found = sorted((task for task in tasks if task["status"] in TASK_LATE), key=lambda task: -(task["days_late"] or 0))
    has_days, groups = not found or any(task["is_asked"] for task in found), []
    for code in TASK_LATE:
        members = [task for task in found if task["status"] == code and task["is_asked"]]
        title = words.late_groups[code].format(n=len(members))
        groups.append(Group([Line(_late(book, task, leads, origins, has_days=has_days)) for task in members], title))
    for name, past in unasked(found).items():
        title = words.late_groups[name].format(n=len(past), year=book.first_year)
        groups.append(Group([Line(_late(book, task, leads, origins, has_days=has_days)) for task in past], title))
    columns = [
        Column(book.words.column.task, "name"),
        Column(book.words.column.lead),
        Column(book.words.column.due),
        *([Column(words.days_late, "number")] if has_days else []),
        Column(words.last_word, "wide"),
    ]
    return Table("qua-han", words.late_title, columns, groups, words.late_none)


def _late(book: Book, task: Row, leads: Leads, origins: Origins, *, has_days: bool) -> Sequence[Cell]:
    origin = origins.of("fct_task_status", task["plan_key"], task["task_no"])
    first, *more = leads.last_words(task)
    days = Cell(formats.number(task["days_late"]), task["days_late"], origin=origin) if task["is_asked"] else Cell()
    return [
        task_cells.name(book, task),
        _lead(book, task, leads),
        task_cells.deadline(book, task, origins),
        *([days] if has_days else []),
        Cell(first, lines=more),
    ]


def _lead(book: Book, task: Row, leads: Leads) -> Cell:
    part = leads.late_part(task)
    return Cell("; ".join(leads.names(task)), lines=[part] if part else [], href=leads.page(task))


def coming(
    book: Book, rows: Sequence[Row], by_task: dict[tuple[str, str], Row], leads: Leads, origins: Origins
) -> Table:
    """What falls due within a month, then within a quarter. rows: of the list of what is coming."""
    words = book.words.tasks
    month = [row for row in rows if row["days_left"] <= horizon.NEAR]
    parts = {"month": month, "quarter": [row for row in rows if row not in month]}
    days = {"near": horizon.NEAR, "after": horizon.NEAR + 1, "far": horizon.FAR}
    groups = [
        Group(
            [Line(_next(book, row, by_task, leads, origins)) for row in part],
            words.next_groups[name].format(n=len(part), **days),
        )
        for name, part in parts.items()
    ]
    columns = [
        Column(book.words.column.task, "name"),
        Column(book.words.column.lead),
        Column(words.next_due, "day"),
        Column(words.days_left, "number"),
        Column(book.words.column.state, "status"),
    ]
    return Table("sap-den-han", words.next_title, columns, groups, words.next_none.format(days=horizon.FAR))


def _next(book: Book, row: Row, by_task: dict[tuple[str, str], Row], leads: Leads, origins: Origins) -> Sequence[Cell]:
    task = by_task[row["plan_key"], row["item_no"]]
    keys = (task["plan_key"], task["task_no"])
    return [
        task_cells.name(book, task),
        Cell("; ".join(leads.names(task)), href=leads.page(task)),
        cells.day(
            row["due_date"], [task["deadline_text"]] if task["deadline_text"] else [], origins.of("fct_task", *keys)
        ),
        Cell(formats.number(row["days_left"]), row["days_left"]),
        task_cells.state(book, task, origins, "fct_task_status", *keys),
    ]


def every(book: Book, tasks: Sequence[Row], leads: Leads, origins: Origins) -> Table:
    """All tasks, filtered by state, reform area and lead unit."""
    words = book.words
    parts: dict[str, list[Row]] = {"dated": [], "ongoing": [], "apart": [], "uncounted": []}
    for task in tasks:
        parts[_part(task)].append(task)
    groups = [
        Group([_line(book, task, leads, origins) for task in part], words.tasks.all_groups[name].format(n=len(part)))
        for name, part in parts.items()
    ]
    states = [words.task_status[code] for code in TASK if any(task["status"] == code for task in tasks)]
    areas = [
        *grouped(sorted(tasks, key=lambda task: (task["area_order"] is None, task["area_order"])), "reform_area_name")
    ]
    units = sorted({name for task in tasks for name in leads.names(task)}, key=collation_key)
    columns = [
        Column(words.column.task, "name"),
        Column(words.column.area),
        Column(words.column.lead),
        Column(words.column.due),
        Column(words.column.state, "status"),
        Column(words.tasks.evidence),
    ]
    filters = [
        (words.column.state, states),
        (words.column.area, [area or words.common.without_area for area in areas]),
        (words.column.lead, units),
    ]
    return Table("tat-ca", words.tasks.all_title, columns, groups, filters=filters)


def _part(task: Row) -> str:
    """What the agency does not count among its tasks stands last."""
    if not task["is_counted"]:
        return "uncounted"
    return "ongoing" if task["status"] in ONGOING else "apart" if task["status"] in _APART else "dated"


def _line(book: Book, task: Row, leads: Leads, origins: Origins) -> Line:
    words, keys = book.words, (task["plan_key"], task["task_no"])
    product = words.tasks.product.format(product=task["product"] or words.common.no_product)
    area, names = task["reform_area_name"] or words.common.without_area, leads.names(task)
    evidence = [part for part in (task["document_number"], task["explanation"]) if part]
    found = [
        task_cells.name(book, task, [product]),
        Cell(area),
        Cell("; ".join(names)),
        task_cells.deadline(book, task, origins),
        task_cells.state(book, task, origins, "fct_task_status", *keys),
        Cell(evidence[0], lines=evidence[1:]) if evidence else Cell(formats.DASH),
    ]
    return Line(found, facets=[[words.task_status.get(task["status"], task["status"])], [area], names])
