"""Targets and tasks of a plan as tables: the clause with its state, leading to the page that says the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboards.blocks.table import Cell, Column, Group, Line, Origin, Table
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.plans.corrections import reviewed
from dashboards.pages.plans.texts import clause, day_printed, headed
from dashboards.pages.results import judged
from dashboards.pages.tallies import statuses, tally
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import early
from dashboards.pages.targets.listing import area_name
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

Changes = Mapping[Any, Sequence[Row]]


def targets(book: Book, rows: Sequence[Row], changes: Changes, origins: Origins) -> Table:
    """By reform area, in a PAPI plan by dimension, in the plan's order."""
    words, column = book.words.plan, book.words.column
    columns = [Column(column.code, "code"), Column(column.statement_target, "wide"), Column(column.target)]
    columns += [Column(column.actual, "number"), Column(column.state, "status"), Column(column.clause, "place")]
    groups = headed(rows, lambda row: area_name(book, row))
    return Table(
        "chi-tieu",
        words.targets,
        columns,
        [
            Group(
                [Line(_target(book, row, changes, origins), row["target_no"]) for row in found],
                name,
                tally=tally("target_status", statuses(found), book.phrases),
            )
            for name, found in groups.items()
        ],
    )


def _target(book: Book, row: Row, changes: Changes, origins: Origins) -> Sequence[Cell]:
    words, key, number = book.words, row["plan_key"], row["target_no"]
    page = away(book, key, book.target_page(key, number))
    flags, lines = reviewed(book, row, changes[number])
    if row["has_conflict"]:
        flags.append(words.common.conflict)
    flags += target_cells.ends(book, row)
    if row["base_text"] and row["base_text"] not in row["statement"]:
        lines.insert(0, words.plan.base.format(base=row["base_text"]))
    origin = _origin(book, row, origins)
    return [
        Cell(number, href=page),
        Cell(row["statement"], lines=lines, flags=flags),
        cells.asked(book, row, origin),
        *_standing(book, row, origin),
        clause(book, row, origin),
    ]


def _origin(book: Book, row: Row, origins: Origins) -> Origin | None:
    """What led to its state, the clause first; of a figure printed again the clause alone."""
    keys = row["plan_key"], row["target_no"]
    found = None if row["is_repeat"] else judged(book, *keys, origins)
    return found or origins.of("fct_target", *keys)


def _standing(book: Book, row: Row, origin: Origin | None) -> list[Cell]:
    """Result and state. A figure that the plan prints again is judged once, where it stands first."""
    if row["is_repeat"]:
        return [Cell(), Cell(book.words.plan.repeat)]
    period = [row["period_name"]] if row["actual"] is not None and row["period_name"] else []
    mark = book.phrases.mark("target_status", row["status"], row["status_reason"], row["period_end"])
    actual, flags = row["actual"], cells.flags(book, row)
    said = replace(cells.actual(book, row, lines=period, origin=origin), flags=flags)
    return [
        said if actual is not None else Cell(formats.DASH, flags=flags),
        Cell(mark=mark, lines=[*book.phrases.reservations(row), *early.notes(book, row)], origin=origin),
    ]


def tasks(book: Book, rows: Sequence[Row], changes: Changes, origins: Origins) -> Table:
    """Under the headings of the annex, in its order."""
    words, column = book.words.plan, book.words.column
    columns = [Column(column.code, "code"), Column(column.task, "wide"), Column(column.lead)]
    columns += [Column(column.due), Column(column.state, "status"), Column(column.clause, "place")]
    groups = grouped(rows, "group_title")
    return Table(
        "nhiem-vu",
        words.tasks,
        columns,
        [
            Group(
                [Line(_task(book, row, changes, origins), row["task_no"]) for row in found],
                title or book.words.common.other_group,
                tally=tally("task_status", statuses(found), book.phrases),
            )
            for title, found in groups.items()
        ],
    )


def _task(book: Book, row: Row, changes: Changes, origins: Origins) -> Sequence[Cell]:
    words, key, number = book.words, row["plan_key"], row["task_no"]
    flags, lines = reviewed(book, row, changes[number])
    product = f"{words.column['product']}: {row['product'] or words.common.no_product}"
    blank = [] if row["lead_units"] else [words.common.no_lead]
    helpers = [f"{words.column.coordinating}: {row['coordinating_units']}"] if row["coordinating_units"] else []
    page = away(book, key, book.task_page(key, number))
    return [
        Cell(number, href=page),
        Cell(row["description"], lines=[product, *lines], flags=flags),
        Cell(row["lead_units"] or formats.DASH, lines=[*blank, *helpers]),
        Cell(row["deadline_text"] or formats.DASH, lines=_due(book, row)),
        Cell(
            mark=book.phrases.mark("task_status", row["status"]),
            lines=_done(book, row),
            flags=cells.flags(book, row),
        ),
        clause(book, row, origins.of("fct_task", key, number)),
    ]


def _due(book: Book, row: Row) -> list[str]:
    """The day that the printed words come to, and whether it lies before that day; that nothing is printed."""
    blank = [] if row["deadline_text"] else [book.words.common.no_deadline]
    return [*blank, *day_printed(book, row["due_to"], is_strict=bool(row["is_strict"]))]


def _done(book: Book, row: Row) -> list[str]:
    """How late, done when and by which document, and what the unit says."""
    done = [formats.day(row["done_date"])] if row["done_date"] else []
    document = [row["document_number"]] if row["done_date"] and row["document_number"] else []
    parts = [book.phrases.task_late(row), ", ".join([*done, *document]), row["explanation"]]
    return [part for part in parts if part]


def away(book: Book, plan_key: str, path: str | None) -> str | None:
    """The page of a row, unless it is the plan's own."""
    return None if path is None or path.partition("#")[0] == book.plan_pages[plan_key] else path
