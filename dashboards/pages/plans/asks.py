"""What a plan asks of whom by when, and what it holds in each reform area, as tables."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.pages.book import Book
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

_ASKED = ("tasks_led", "tasks_coordinated", "duties")
_HELD = ("targets", "goals", "tasks", "measures")


def units(book: Book, rows: Sequence[Row]) -> Table:
    """One row per unit or group; counts that nobody has are left out."""
    words, column = book.words.plan, book.words.column
    shown = [key for key in _ASKED if any(row[key] for row in rows)]
    has_days = any(row["first_due_date"] for row in rows)
    columns = [Column(column.unit, "name"), *(Column(words.asked[key], "number") for key in shown)]
    columns += [Column(words.first_due, "day"), Column(words.last_due, "day")] if has_days else []
    lines = [
        [_unit(book, row), *(Cell(formats.number(row[key]), row[key]) for key in shown), *_days(book, row, has_days)]
        # Duties of nobody in particular come last.
        for row in sorted(rows, key=lambda row: row["unit_key"] is None)
    ]
    return plain("giao-viec", words.who, columns, lines, words.who_none)


def _unit(book: Book, row: Row) -> Cell:
    if row["unit_key"] is None:
        return Cell(book.words.plan.nobody)
    flags = [book.words.plan.collective] if row["is_collective"] else []
    return Cell(row["unit_name"] or row["unit_key"], href=book.unit_pages.get(row["unit_key"]), flags=flags)


def _days(book: Book, row: Row, has_days: bool) -> list[Cell]:
    """First and last day; how many of what it leads or must do has one."""
    if not has_days:
        return []
    dated, whole = row["tasks_dated"] + row["duties_dated"], row["tasks_led"] + row["duties"]
    if not dated:
        return [Cell(formats.DASH, lines=[book.words.plan.no_day] if whole else []), Cell(formats.DASH)]
    said = [book.words.plan.dated.format(n=dated, whole=whole)] if dated < whole else []
    first, last = row["first_due_date"], row["last_due_date"]
    return [Cell(formats.day(first), first, said), Cell(formats.day(last), last)]


def areas(book: Book, rows: Sequence[Row]) -> Table:
    """One row per PAPI dimension or, outside of them, per reform area; kinds that the plan has none of are left out."""
    words, column = book.words.plan, book.words.column
    shown = [key for key in _HELD if any(row[key] for row in rows)]
    by_dimension = any(row["papi_dimension_name"] for row in rows)
    columns = [Column(words.dimension if by_dimension else column.area, "name")]
    columns += [Column(words.held[key], "number") for key in shown]
    named = grouped(rows, "papi_dimension_name") if by_dimension else grouped(rows, "reform_area_name")
    blank = words.no_dimension if by_dimension else book.words.common.without_area
    # What stands under no heading comes last.
    ordered = sorted(named.items(), key=lambda item: item[0] is None)
    return plain("linh-vuc", words.by_area, columns, [_area(name or blank, found, shown) for name, found in ordered])


def _area(name: str, rows: Sequence[Row], shown: Sequence[str]) -> Sequence[Cell]:
    sums = [sum(row[key] for row in rows) for key in shown]
    return [Cell(name), *(Cell(formats.number(count), count) for count in sums)]
