"""What an agency's own plans ask for and reach where they bear on a component of an index: neither measures the
other."""

from collections.abc import Mapping, Sequence

from dashboards.blocks.layout import Attached, Block, Fold, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.pages import cells
from dashboards.pages.indices import tables as index_tables
from dashboards.pages.indices.provinces import TOTAL
from dashboards.pages.indices.subject import Subject
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key

# Longer lists fold away, so that one component stays on one screen.
_ROWS_OPEN = 4
# A figure put together from the cells of many units shows the first of them; its own page shows them all.
_PARTS = 2
# Kinds with a state or a figure of their own stand in the table; goals and measures are counted.
_LISTED = ("target", "task", "result")
_FAMILIES = {"target": "target_status", "task": "task_status"}


def cell_of(subject: Subject, component: str) -> Row | None:
    """The counts of a component in the year that is shown."""
    year = subject.work_year
    found = (row for row in subject.cells if row["component_code"] == component and row["year"] == year)
    return next(found, None)


def items_of(subject: Subject, component: str) -> list[Row]:
    """Everything of the agency that bears on a component in the year that is shown."""
    year = subject.work_year
    return [row for row in subject.items if row["component_code"] == component and row["year"] == year]


def blocks(subject: Subject, component: str) -> Sequence[Block]:
    """A line of counts, then targets, tasks and figures; a long table folds away."""
    words, items = subject.book.words.index, items_of(subject, component)
    if not items:
        return [Text(_nothing(subject, component), "note")]
    line = Text(" ".join([words.work_year.format(year=subject.work_year), *_said(subject, component, items)]))
    table = _table(subject, component, [row for row in items if row["item"] in _LISTED])
    if not table.lines:
        return [line]
    if len(table.lines) <= _ROWS_OPEN:
        return [line, Sheet(table)]
    title = words.work_fold.format(n=len(table.lines))
    return [line, Fold(title, [Sheet(table)], is_reference=True)]


def _nothing(subject: Subject, component: str) -> str:
    """That nothing bears on a component: in the year that is shown, or at all."""
    words = subject.book.words.index
    is_elsewhere = any(row["component_code"] == component for row in subject.items)
    return words.work_none_year.format(year=subject.work_year) if is_elsewhere else str(words.work_none)


def _said(subject: Subject, component: str, items: Sequence[Row]) -> list[str]:
    """The counts; that a target printed twice counts once; of what other plans took the place of, that alone."""
    words, counts = subject.book.words.index, cell_of(subject, component)
    # What was amended is listed and not counted: it makes no target seem to be printed twice.
    current = [row for row in items if row["is_current"]]
    if not current or counts is None:
        return [words.work_amended_alone]
    is_twice = sum(row["item"] == "target" for row in current) > counts["targets"]
    return [counted(subject, counts), *([words.work_once] if is_twice else [])]


def counted(subject: Subject, row: Row) -> str:
    """Targets met of those judged, tasks done, what else the plans hold; what there is none of is left out."""
    words = subject.book.words.index
    parts = [*_targets_counted(subject, row), *_tasks_counted(subject, row)]
    parts += [
        pattern.format(**{name: formats.number(row[name])})
        for name, pattern in (
            ("indicators_reported", words.work_results),
            ("goals", words.work_goals),
            ("measures", words.work_measures),
        )
        if row[name]
    ]
    return "; ".join(parts) + "."


def _targets_counted(subject: Subject, row: Row) -> list[str]:
    """How many of the targets that were judged are met; those of which nothing can be said yet apart, each state its
    own."""
    words = subject.book.words.index
    judged = sum(row[f"targets_{name}"] for name in ("met", "missed", "on_track", "at_risk", "off_track"))
    counts = (
        (judged, words.work_targets.format(met=formats.number(row["targets_met"]), judged=formats.number(judged))),
        (row["targets_on_track"], words.work_on_track.format(n=formats.number(row["targets_on_track"]))),
        (row["targets_in_progress"], words.work_in_progress.format(n=formats.number(row["targets_in_progress"]))),
        (row["targets_not_due"], words.work_ahead.format(n=formats.number(row["targets_not_due"]))),
        (row["targets_not_reported"], words.work_silent.format(n=formats.number(row["targets_not_reported"]))),
        (
            row["targets_not_assessable"],
            words.work_not_assessable.format(n=formats.number(row["targets_not_assessable"])),
        ),
        (row["targets_other"], words.work_other.format(n=formats.number(row["targets_other"]))),
    )
    return [said for count, said in counts if count]


def _tasks_counted(subject: Subject, row: Row) -> list[str]:
    """How many tasks are done and overdue; where no lead unit ever spoke of one, that none did."""
    words = subject.book.words.index
    if not row["tasks"]:
        return []
    tasks = [item for item in items_of(subject, row["component_code"]) if item["item"] == "task"]
    spoken = any(subject.book.is_task_told(item["plan_key"], item["item_no"]) for item in tasks)
    said = words.work_tasks if spoken else words.work_tasks_silent
    counts = {name: formats.number(row[name]) for name in ("tasks", "tasks_done")}
    parts = [said.format(**counts)]
    for name, pattern in (
        ("tasks_overdue", words.work_overdue),
        ("tasks_overdue_unconfirmed", words.work_unconfirmed),
    ):
        parts += [pattern.format(**{name: formats.number(row[name])})] if row[name] else []
    return parts


def _table(subject: Subject, component: str, items: Sequence[Row]) -> Table:
    words = subject.book.words
    columns = [Column(words.index.work_what, "name"), Column(words.column.actual, "number")]
    columns += [Column(words.column.target, "number"), Column(words.column.state, "status")]
    groups = []
    for kind in _LISTED:
        rows = sorted((row for row in items if row["item"] == kind), key=_order)
        title = words.index.work_kind[kind].format(n=len(rows))
        groups.append(Group([Line(_item(subject, row)) for row in rows], title))
    counts = cell_of(subject, component)
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
    rows = [row for code in names for row in items_of(subject, code)]
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
