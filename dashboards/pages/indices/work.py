"""What an agency's own plans ask for and reach where they bear on a component of an index: neither measures the
other."""

from collections.abc import Mapping, Sequence

from dashboards.blocks.layout import Attached, Block, Fold, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.pages import cells
from dashboards.pages.indices import tables as index_tables
from dashboards.pages.indices import work_sentences
from dashboards.pages.indices.provinces import TOTAL
from dashboards.pages.indices.subject import Subject
from dashboards.row import Row
from dashboards.theme.collation import collation_key

# Longer lists fold away, so that one component stays on one screen.
_ROWS_OPEN = 4
# A figure put together from the cells of many units shows the first of them; its own page shows them all.
_PARTS = 2
# Kinds with a state or a figure of their own stand in the table; goals and measures are counted.
_LISTED = ("target", "task", "result")
_FAMILIES = {"target": "target_status", "task": "task_status"}


def blocks(subject: Subject, component: str) -> Sequence[Block]:
    """A line of counts, then targets, tasks and figures; a long table folds away."""
    words, items = subject.book.words.index, work_sentences.items_of(subject, component)
    if not items:
        return [Text(work_sentences.nothing(subject, component), "note")]
    line = Text(work_sentences.line(subject, component, items))
    table = _table(subject, component, [row for row in items if row["item"] in _LISTED])
    if not table.lines:
        return [line]
    if len(table.lines) <= _ROWS_OPEN:
        return [line, Sheet(table)]
    title = words.work_fold.format(n=len(table.lines))
    return [line, Fold(title, [Sheet(table)], is_reference=True)]


def _table(subject: Subject, component: str, items: Sequence[Row]) -> Table:
    words = subject.book.words
    columns = [Column(words.index.work_what, "name"), Column(words.column.actual, "number")]
    columns += [Column(words.column.target, "number"), Column(words.column.state, "status")]
    groups = []
    for kind in _LISTED:
        rows = sorted((row for row in items if row["item"] == kind), key=_order)
        title = words.index.work_kind[kind].format(n=len(rows))
        groups.append(Group([Line(_item(subject, row)) for row in rows], title))
    counts = work_sentences.cell_of(subject, component)
    name = words.index.total_cell if component == TOTAL or counts is None else index_tables.name(counts)
    caption = words.index.work_caption.format(component=name)
    return Table(f"viec-{component.lower()}", caption, columns, groups)


def _order(row: Row) -> tuple[str, str, object]:
    return row["plan_key"] or "", row["item_no"] or "", collation_key(row["statement"])


def _item(subject: Subject, row: Row) -> Sequence[Cell]:
    """One target, task or figure."""
    book = subject.book
    page = {"target": book.target_page, "task": book.task_page}.get(row["item"])
    href = page(row["plan_key"], row["item_no"]) if page else None
    if row["item"] == "result" and row["indicator_code"]:
        href = book.indicator_page(row["agency_key"], row["indicator_code"])
    plan = _plan(subject, row)
    lines = [plan] if plan else []
    lines += [] if row["is_current"] else [book.words.index.work_amended]
    keys = row["plan_key"], row["item_no"], row["period_key"], "agency", row["agency_key"]
    is_target = row["item"] == "target"
    progress = subject.origins.of("fct_target_progress", *keys, href=href, shown=_PARTS) if is_target else None
    place = (subject.index, row["component_code"], str(row["year"]), row["item"], row["item_key"])
    summed = subject.origins.of("rpt_yardstick_item", row["agency_key"], *place) if row["item"] == "result" else None
    # Where a result was judged, its origin begins with the clause; else the clause stands alone.
    clause = None if progress or not is_target else subject.origins.of("fct_target", row["plan_key"], row["item_no"])
    return [
        Cell(row["statement"] or row["item_key"], lines=lines, href=href, flags=cells.flags(book, row)),
        cells.actual(book, row, origin=progress or summed) if row["item"] != "task" else Cell(),
        cells.asked(book, row, progress or clause) if is_target else Cell(),
        cells.state(book, _FAMILIES[row["item"]], row["status"], row["status_reason"])
        if row["item"] in _FAMILIES
        else Cell(),
    ]


def _plan(subject: Subject, row: Row) -> str:
    """The plan of an item by its name; empty where it belongs to none."""
    plan = subject.book.plan.get(row["plan_key"])
    return subject.book.plan_title(plan) if plan else ""


def attached(subject: Subject, names: Mapping[str, str]) -> Block | None:
    """All that bears on any component in the year that is shown, goals and measures too; None where nothing does."""
    words = subject.book.words
    rows = [row for code in names for row in work_sentences.items_of(subject, code)]
    columns = [Column(words.column.component, "name"), Column(words.column.kind), Column(words.column.plan)]
    columns += [Column(words.column.code), Column(words.column.what, "wide"), Column(words.column.actual, "number")]
    columns += [Column(words.column.target, "number"), Column(words.column.state, "status")]
    listed = [
        [
            Cell(names[row["component_code"]]),
            Cell(words.index.work_item[row["item"]]),
            Cell(_plan(subject, row)),
            Cell(row["item_no"] or ""),
            Cell(row["statement"] or row["item_key"], flags=cells.flags(subject.book, row)),
            cells.actual(subject.book, row),
            cells.asked(subject.book, row) if row["item"] == "target" else Cell(),
            Cell(mark=subject.book.phrases.mark(_FAMILIES.get(row["item"], "task_status"), row["status"])),
        ]
        for row in rows
    ]
    return Attached(plain("viec-cua-co-quan", words.index.work_table, columns, listed)) if listed else None
