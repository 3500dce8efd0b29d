"""A table as columns of one kind of value each: what a cell of the page says in one breath stands parted here.

A figure, its unit, its counts, a state, what is said below it and the labels of the row each have a column, where any
row has them; a column of figures holds figures and blanks alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboards.blocks.table import Cell, Column, Kind, Table, Value
from dashboards.theme import formats
from dashboards.theme.words import Words


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """title: its head; kind: how wide it is; values: of each row."""

    title: str
    kind: Kind
    values: Sequence[Value]


def flat(table: Table, words: Words, labels: Sequence[str]) -> Sequence[FlatColumn]:
    """All columns of a table; the last holds the labels of each row. labels: what holds for every row."""
    titles = [group.title for group in table.groups for _ in group.lines]
    found = [FlatColumn(words.group, "text", titles)] if any(titles) else []
    for column_no, column in enumerate(table.columns):
        found += _parted(column, [line.cells[column_no] for line in table.lines], words)
    flags = [[*labels, *(flag for cell in line.cells for flag in cell.flags)] for line in table.lines]
    return [*found, FlatColumn(words.note, "text", ["; ".join(dict.fromkeys(row)) for row in flags])]


def _parted(column: Column, cells: Sequence[Cell], words: Words) -> Sequence[FlatColumn]:
    is_typed = any(_is_typed(cell.value) for cell in cells)
    values = [_value(cell, is_typed=is_typed) for cell in cells]
    units = {cell.unit for cell in cells if _is_typed(cell.value)}
    unit = column.unit or (next(iter(units)) if len(units) == 1 else "")
    marks = [cell.mark.text if cell.mark and (is_typed or _text(cell)) else None for cell in cells]
    beside: list[tuple[str, Kind, list[Value]]] = []
    if len(units) > 1:
        beside.append((words.unit, "text", [cell.unit for cell in cells]))
    for word in dict.fromkeys(word for cell in cells for word, _ in cell.parts):
        beside.append((word, "number", [dict(cell.parts).get(word) for cell in cells]))
    beside.append((words.as_shown, "text", [_as_shown(cell) if is_typed else None for cell in cells]))
    beside.append((words.state, "status", [*marks]))
    for word in dict.fromkeys(mark.text for cell in cells for mark, _ in cell.tally):
        beside.append((word, "number", [_counted(cell, word) for cell in cells]))
    beside.append((words.lines, "wide", ["; ".join(cell.lines) for cell in cells]))
    told = [part for part in beside if any(map(_is_said, part[2]))]
    parts = [FlatColumn(f"{column.title}: {word}", kind, said) for word, kind, said in told]
    if parts and not any(map(_is_said, values)):
        return parts
    return [FlatColumn(f"{column.title} ({unit})" if unit else column.title, column.kind, values), *parts]


def _is_typed(value: Value) -> bool:
    return isinstance(value, Decimal | int | date)


def _is_said(value: Value) -> bool:
    return value is not None and value != ""


def _text(cell: Cell) -> str:
    """Text and typed value; a text may be short for a longer one that the cell holds as its value."""
    return cell.value if isinstance(cell.value, str) else cell.text


def _value(cell: Cell, *, is_typed: bool) -> Value:
    if is_typed:
        return cell.value if _is_typed(cell.value) else None
    return _text(cell) or (cell.mark.text if cell.mark else "")


def _as_shown(cell: Cell) -> str:
    """What stands in place of a figure, or says more than the figure: "tối thiểu 96 %"."""
    value, text = cell.value, _text(cell)
    if text == formats.DASH or (cell.parts and _is_typed(value)):
        return ""
    plain = {str(value), formats.day(value)} if isinstance(value, date) else {str(value)}
    if isinstance(value, Decimal | int):
        shown = (formats.number(value), formats.signed(value))
        plain |= {*shown, *(f"{number}{formats.NO_BREAK}{cell.unit}" for number in shown)}
    return "" if text in plain else text


def _counted(cell: Cell, word: str) -> int | None:
    """How many are in a state; blank where the row has no states to count."""
    return sum(count for mark, count in cell.tally if mark.text == word) if cell.tally else None
