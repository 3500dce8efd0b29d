"""Tables laid out by spaces alone. Only what is certain becomes rows; a table whose cells cannot be told apart is
named, not read."""

import re
from collections.abc import Sequence
from typing import Final

from sources.documents.text_rows import TextTable, cut, joined

_GAP: Final = re.compile(r" {2,}")
# Fewer columns are a text beside a text, fewer rows a coincidence of blanks.
_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
# Between columns of a converter stand two blanks at least.
_RIVER: Final = 2
# One blank line between two rows.
_ROW_GAP: Final = 2


def find_spaced(lines: Sequence[str], at: int) -> TextTable | None:
    """Columns are what stands between blanks that run through all lines of a page. A table that goes on over the end
    of a page has other columns there: it is one table, but not a certain one."""
    if len(_GAP.split(lines[at].strip())) < _LEAST_COLUMNS:
        return None
    end = last = at
    filled: set[int] = set()
    columns: list[tuple[int, int]] = []
    is_cut = False
    while end < len(lines) and end - last <= _ROW_GAP:
        line = lines[end].lstrip("\f")
        if line.strip():
            if line != lines[end]:
                if len(_GAP.split(line.strip())) < _LEAST_COLUMNS:
                    break
                filled, is_cut = set(), True
            wider = filled | {column for column, sign in enumerate(line) if not sign.isspace()}
            found = _columns(wider)
            if len(found) < _LEAST_COLUMNS:
                break
            filled, columns, last = wider, found, end
        end += 1
    end = last + 1
    gaps = sum(len(_GAP.split(line.strip())) >= _LEAST_COLUMNS for line in lines[at:end])
    if gaps < _LEAST_ROWS:
        return None
    starts = [0, *(start for start, _ in columns[1:])]
    cells = [(number, cut(lines[number], starts)) for number in range(at, end)]
    return TextTable(at, end, None if is_cut else _rows(cells))


def _columns(filled: set[int]) -> list[tuple[int, int]]:
    """Spans of filled columns, with blanks of the width of a river between them."""
    spans: list[tuple[int, int]] = []
    for column in sorted(filled):
        if spans and column - spans[-1][1] <= _RIVER:
            spans[-1] = (spans[-1][0], column)
        else:
            spans.append((column, column))
    return spans


def _rows(lines: Sequence[tuple[int, list[str]]]) -> tuple[tuple[int, tuple[str, ...]], ...] | None:
    """Rows, where every row begins with a filled first cell and all its cells begin on its first line and go on
    without a gap; None where one does not: it may have been printed in the middle of its row."""
    rows: list[list[list[str]]] = []
    numbers: list[int] = []
    for number, cells in lines:
        if not any(cells):
            continue
        if cells[0]:
            rows.append([])
            numbers.append(number)
        if not rows:
            return None
        rows[-1].append(cells)
    for row in rows:
        for column in range(len(row[0])):
            is_filled = [bool(cells[column]) for cells in row]
            if is_filled != sorted(is_filled, reverse=True):
                return None
    return tuple((number, joined(row)) for number, row in zip(numbers, rows, strict=True))
