"""The units of a group: whose part of its tasks is late, and the way to the page of each."""

from collections.abc import Mapping, Sequence

from dashboards.blocks.layout import Block, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.tallies import statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import TASK_LATE


def parts(book: Book, group_key: str) -> Sequence[Row]:
    """What is asked of the units of a group through it: parts that they lead, tasks that they help with."""
    rows = book.rows_of("unit_tasks", "expanded_from").get(group_key, [])
    return [row for row in rows if row["is_asked"] and row["unit_key"] in book.unit]


def late_part(book: Book, rows: Sequence[Row]) -> str:
    """ "4/10 đơn vị của nhóm chưa xong": of one task; empty where none is late. rows: the parts of it, one a unit."""
    own = [row for row in rows if row["is_own_part"]]
    late = sum(_is_late(row) for row in own)
    words = book.words.tasks.late_part
    return words.format(part=formats.number(late), whole=formats.number(len(own))) if late else ""


def blocks(book: Book, group_key: str, *, has_tasks: bool) -> list[Block]:
    """Every unit with its parts, who is late first. has_tasks: whether a plan asks the group for anything now: if so,
    units that nobody can name are a gap, and said."""
    words, by_unit = book.words.unit_page, grouped(parts(book, group_key), "unit_key")
    if not by_unit:
        return [Text(words.members_unknown, "empty")] if has_tasks else []
    leads = any(row["is_own_part"] for rows in by_unit.values() for row in rows)
    late = sum(any(map(_is_late, rows)) for rows in by_unit.values())
    pattern = words.members_late if late else words.members_calm
    said = pattern.format(part=formats.number(late), whole=formats.number(len(by_unit)))
    return [*([Text(said)] if leads else []), Sheet(_table(book, by_unit, leads=leads))]


def _table(book: Book, by_unit: Mapping[str, Sequence[Row]], *, leads: bool) -> Table:
    words = book.words.unit_page
    ordered = sorted(by_unit, key=lambda key: (-sum(map(_is_late, by_unit[key])), _name(book, key)))
    columns = [Column(book.words.column.unit, "name")]
    columns += [Column(words.members_parts, "status"), Column(words.members_overdue, "wide")] if leads else []
    columns += [Column(words.members_helped, "number")]
    return plain("trong-nhom", words.members, columns, [_line(book, key, by_unit[key], leads=leads) for key in ordered])


def _line(book: Book, unit_key: str, rows: Sequence[Row], *, leads: bool) -> Sequence[Cell]:
    own = [row for row in rows if row["is_own_part"]]
    name, helped = cells.unit(book, book.unit[unit_key]), cells.count(len(rows) - len(own))
    if not leads:
        return [name, helped]
    late = sorted(filter(_is_late, own), key=lambda row: (-(row["days_late"] or 0), row["plan_key"], row["task_no"]))
    counted = tally("task_status", statuses(own), book.phrases)
    nothing = Cell(book.words.units.nothing)
    return [
        name,
        Cell(tally=counted) if counted else nothing,
        Cell(formats.number(len(late)), len(late), [_overdue(book, row) for row in late]) if late else nothing,
        helped,
    ]


def _overdue(book: Book, row: Row) -> str:
    code = book.words.tasks.code.format(no=row["task_no"], plan=book.plan_title(book.plan[row["plan_key"]]))
    late = book.phrases.days_late(row["days_late"])
    return ", ".join(part for part in (code, late) if part)


def _is_late(row: Row) -> bool:
    return bool(row["is_own_part"] and row["status"] in TASK_LATE)


def _name(book: Book, unit_key: str) -> tuple[object, ...]:
    return collation_key(book.unit_name(book.unit[unit_key])), unit_key
