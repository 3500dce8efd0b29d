"""Tables of an overview, each with its first rows or, where `shown` is None, with all."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.overview.reasons import why
from dashboards.pages.results import judged
from dashboards.pages.targets import cells as target_cells
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

_LENGTH: Final = 120
# Rows that say the same of several units.
_SAME: Final = ("due_date", "kind", "agency_key", "plan_key", "part", "title")


def _columns(*titles: tuple[str, Any]) -> list[Column]:
    return [Column(title, kind) for title, kind in titles]


def targets(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None) -> Table:
    """Targets that are missed or may be: result, level asked, gap, who answers for it, by when, and why."""
    words = book.words.column
    columns = _columns((words.statement_target, "name"), (words.state, "status"), (words.actual, "number"))
    columns += _columns((words.target, "number"), (words.gap, "number"), (book.words.targets.owner_due, "name"))
    common = target_cells.common_period(rows)
    lines = [_target(book, row, common, origins) for row in rows[:shown]]
    found = plain("chi-tieu-can-quan-tam", book.words.overview.targets_table, columns, lines)
    return replace(found, note=target_cells.as_of_period(book, rows))


def _target(book: Book, row: Row, common: str, origins: Origins) -> Sequence[Cell]:
    page = book.target_page(row["plan_key"], row["target_no"])
    units = book.rows_of("target_units", "plan_key")[row["plan_key"]]
    own = [u for u in units if (u["target_no"], u["period_key"]) == (row["target_no"], row["period_key"])]
    reason = why(book, row, own)
    found = judged(book, row["plan_key"], row["target_no"], origins)
    return [
        titled(
            row["statement"] or row["target_no"],
            lines=[reason] if reason else [],
            href=page,
            flags=target_cells.marks_of(book, row),
        ),
        target_cells.state(book, row, found),
        target_cells.actual(book, row, found, target_cells.other_period(row, common), has_bar=True),
        target_cells.asked(book, row, origins.of("fct_target", row["plan_key"], row["target_no"])),
        cells.gap(book, row, found),
        target_cells.owner_due(book, row),
    ]


def silent(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None, *, is_past: bool) -> Table:
    """Reports that were due and are not there, the latest period first: none came, or none that can be read. Of plans
    of years ago nobody counts the days any more."""
    words = book.words
    columns = _columns((words.column.unit, "name"), (words.column.period, "text"), (words.column.state, "status"))
    columns += _columns((words.column.due, "day"))
    columns += [] if is_past else _columns((words.overview.days_past, "number"))
    lines = [
        [
            cells.unit(book, row),
            Cell(row["period_name"]),
            cells.state(book, "report_status", row["status"]),
            cells.day(row["due_date"], origin=origins.of("fct_report_submission", row["unit_key"], row["period_key"])),
            *([] if is_past else [cells.count(row["days_late"])]),
        ]
        for row in rows[:shown]
    ]
    return plain("chua-gui-bao-cao", words.overview.silent_table, columns, lines)


def overdue(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None, *, is_past: bool) -> Table:
    """Units by what is overdue in their hands, with the task that waits longest, and where it still can be done how
    long."""
    words = book.words
    columns = _columns((words.overview.lead_unit, "name"), (words.task_status.overdue, "number"))
    columns += _columns((words.task_status.overdue_unconfirmed, "number"))
    columns += [] if is_past else _columns((words.overview.longest, "number"))
    columns += _columns((words.overview.longest_task, "wide"))
    lines = [_overdue(book, row, origins, is_past=is_past) for row in rows[:shown]]
    return plain("nhiem-vu-qua-han", words.overview.overdue_table, columns, lines)


def _overdue(book: Book, row: Row, origins: Origins, *, is_past: bool) -> Sequence[Cell]:
    task = row["longest"]
    place = (task["plan_key"], task["task_no"])
    waited = origins.of("fct_task_progress", *place, row["unit_key"], "today") or origins.of("fct_task_status", *place)
    return [
        cells.unit(book, row) if row["unit_name"] else Cell(book.words.overview.no_lead),
        cells.count(row["overdue"]),
        cells.count(row["overdue_unconfirmed"]),
        *([] if is_past else [Cell(formats.number(row["days_late"]), row["days_late"], origin=waited)]),
        titled(task["description"] or task["task_no"], href=book.task_page(*place)),
    ]


def alike(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Rows that say the same of several units, such as the reports of one period, put together."""
    return list(grouped(({**row, "part": row["item_no"] or ""} for row in rows), *_SAME).values())


def upcoming(
    book: Book, groups: Sequence[Sequence[Row]], origins: Origins, shown: int | None, *, is_root: bool
) -> Table:
    """What falls due, the nearest first."""
    words = book.words
    columns = _columns((words.column.what, "name"), (words.column.kind, "text"), (words.overview.who, "text"))
    columns += _columns((words.column.due, "day"), (words.overview.days_left, "number"))
    lines = [_upcoming(book, group, origins, is_root=is_root) for group in groups[:shown]]
    return plain("sap-den-han", words.overview.upcoming_table, columns, lines)


def _upcoming(book: Book, group: Sequence[Row], origins: Origins, *, is_root: bool) -> Sequence[Cell]:
    row, words = group[0], book.words
    is_report = row["kind"] == "report"
    title = words.overview.report_for.format(period=row["title"]) if is_report else row["title"]
    who = words.overview.units.format(n=formats.number(len(group))) if len(group) > 1 else row["owner_name"]
    href = book.task_page(row["plan_key"], row["item_no"]) if row["kind"] == "task" else None
    return [
        titled(
            title,
            lines=[book.agency_names[row["agency_key"]]] if is_root else [],
            href=href,
            flags=cells.flags(book, next((one for one in group if one["is_simulated"]), row), is_of_all=is_root),
        ),
        Cell(words.upcoming_kind.get(row["kind"], row["kind"])),
        Cell(who or words.targets.no_owner),
        cells.day(row["due_date"], origin=origins.of(*row["row_id"].split("/", 1)) if len(group) == 1 else None),
        cells.count(row["days_left"]),
    ]


def titled(text: str, lines: Sequence[str] = (), href: str | None = None, flags: Sequence[str] = ()) -> Cell:
    """What names a row, cut where it is long: the whole of it stands in the files, and on the page that it leads to."""
    return Cell(textwrap.shorten(text, _LENGTH, placeholder="…"), text, lines, href=href, flags=flags)
