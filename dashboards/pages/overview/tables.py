"""Tables of an overview, each with its first rows or, where `shown` is None, with all."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from dashboards.blocks.table import Bar, Cell, Column, Origin, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.overview.sentences import why
from dashboards.pages.results import judged
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

_LENGTH: Final = 120
# A level that a figure can be held against; the others speak of a change.
_LEVELS: Final = frozenset({"eq", "ge", "gt", "le", "lt", "approx", "between"})
_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")
# Rows that say the same of several units.
_SAME: Final = ("due_date", "kind", "agency_key", "plan_key", "part", "title")


def _columns(*titles: tuple[str, Any]) -> list[Column]:
    return [Column(title, kind) for title, kind in titles]


def targets(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None) -> Table:
    """Targets that are missed or may be: result, level asked, gap, who answers for it, by when, and why."""
    words = book.words.column
    columns = _columns((words.statement_target, "name"), (words.state, "status"), (words.actual, "number"))
    columns += _columns((words.target, "number"), (words.gap, "number"), (words.lead, "text"), (words.due, "day"))
    lines = [_target(book, row, origins) for row in rows[:shown]]
    return plain("chi-tieu-can-quan-tam", book.words.overview.targets_table, columns, lines)


def _target(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    page = book.target_page(row["plan_key"], row["target_no"])
    units = book.rows_of("target_units", "plan_key")[row["plan_key"]]
    own = [u for u in units if (u["target_no"], u["period_key"]) == (row["target_no"], row["period_key"])]
    reason = why(book, row, own)
    found = judged(book, row["plan_key"], row["target_no"], origins)
    asked, due = origins.of("fct_target", row["plan_key"], row["target_no"]), due_date(book, row)
    more = (row["owners"] or 0) - 1
    return [
        titled(
            row["statement"] or row["target_no"],
            lines=[reason] if reason else [],
            href=page,
            flags=cells.flags(book, row),
        ),
        cells.state(book, "target_status", row["status"]),
        result(book, row, row["value"], found),
        cells.asked(book, row, asked),
        cells.gap(book, row, found),
        Cell(
            row["owner_name"] or book.words.overview.no_owner,
            lines=[book.words.overview.more_owners.format(n=formats.number(more))] if more > 0 else [],
        ),
        cells.day(due) if due else Cell(formats.years(row["period_start"], row["period_end"])),
    ]


def result(book: Book, row: Row, level: Decimal | None, origin: Origin | None) -> Cell:
    """A result with its counts, and where it stands beside the level asked."""
    said, counts = cells.actual(book, row, origin=origin), (row["numerator"], row["denominator"])
    lines = [] if None in counts else ["/".join(formats.number(count) for count in counts)]
    text = book.phrases.quantity(row["actual"], row["unit"])
    return replace(said, text=text, lines=lines, bar=_bar(book, row, level))


def _bar(book: Book, row: Row, level: Decimal | None) -> Bar | None:
    """Shares stand on a scale of a hundred, counts on one that ends with the larger of the two."""
    actual = row["actual"]
    if actual is None or level is None or actual < 0 or row["comparator"] not in _LEVELS:
        return None
    whole = Decimal(100) if row["unit"] == "percent" else max(actual, level)
    mark = book.phrases.mark("target_status", row["status"])
    if not whole or mark is None:
        return None
    at, asked = (min(_HUNDRED, number * _HUNDRED / whole).quantize(_TENTH) for number in (actual, level))
    return Bar(at, asked, mark.tone)


def due_date(book: Book, row: Row) -> date | None:
    """Its own date, else what the list of what needs attention says."""
    if row["due_date"] is not None:
        return row["due_date"]
    items = book.rows_of("attention", "plan_key")[row["plan_key"]]
    return next((item["due_date"] for item in items if item["item_no"] == row["target_no"]), None)


def silent(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None) -> Table:
    """Reports that were due and did not come, the latest period first."""
    words = book.words
    columns = _columns((words.column.unit, "name"), (words.column.period, "text"), (words.column.due, "day"))
    columns += _columns((words.overview.days_past, "number"))
    lines = [
        [
            cells.unit(book, row),
            Cell(row["period_name"]),
            cells.day(row["due_date"], origin=origins.of("fct_report_submission", row["unit_key"], row["period_key"])),
            cells.count(row["days_late"]),
        ]
        for row in rows[:shown]
    ]
    return plain("chua-gui-bao-cao", words.overview.silent_table, columns, lines)


def overdue(book: Book, rows: Sequence[Row], origins: Origins, shown: int | None) -> Table:
    """Units by what is overdue in their hands, with the task that waits longest."""
    words = book.words
    columns = _columns((words.overview.lead_unit, "name"), (words.task_status.overdue, "number"))
    columns += _columns((words.task_status.overdue_unconfirmed, "number"), (words.overview.longest, "number"))
    columns += _columns((words.overview.longest_task, "wide"))
    lines = [_overdue(book, row, origins) for row in rows[:shown]]
    return plain("nhiem-vu-qua-han", words.overview.overdue_table, columns, lines)


def _overdue(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    task = row["longest"]
    place = (task["plan_key"], task["task_no"])
    waited = origins.of("fct_task_progress", *place, row["unit_key"], "today") or origins.of("fct_task_status", *place)
    return [
        cells.unit(book, row),
        cells.count(row["overdue"]),
        cells.count(row["overdue_unconfirmed"]),
        Cell(formats.number(row["days_late"]), row["days_late"], origin=waited),
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
    pages = {"task": book.task_page, "target": book.target_page}
    href = pages[row["kind"]](row["plan_key"], row["item_no"]) if row["kind"] in pages else None
    return [
        titled(
            title,
            lines=[book.agency_names[row["agency_key"]]] if is_root else [],
            href=href,
            flags=cells.flags(book, next((one for one in group if one["is_simulated"]), row), is_of_all=is_root),
        ),
        Cell(words.attention_kind.get(row["kind"], row["kind"])),
        Cell(who or words.overview.no_owner),
        cells.day(row["due_date"], origin=origins.of(*row["row_id"].split("/", 1)) if len(group) == 1 else None),
        cells.count(row["days_left"]),
    ]


def titled(text: str, lines: Sequence[str] = (), href: str | None = None, flags: Sequence[str] = ()) -> Cell:
    """What names a row, cut where it is long: the whole of it stands in the files, and on the page that it leads to."""
    return Cell(textwrap.shorten(text, _LENGTH, placeholder="…"), text, lines, href=href, flags=flags)
