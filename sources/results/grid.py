"""Finds the table of a form on a sheet: its head row, its columns by their headings, its first and last line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import HEAD, PREPARER
from sources.spreadsheet import MAX_COLUMNS, MAX_ROWS
from sources.vietnamese.normal import match_key

# Headings of annexes take up to a dozen rows; thirty leaves room for notes above the table.
_HEAD_SEARCH_ROWS: Final = 30
_FOOT_WORDS: Final = tuple(match_key(words) for words in (PREPARER, "Người lập", HEAD, "Thủ trưởng"))
# The line of column numbers that official forms print under the head: A, B, 1, (2), 3=1/2.
_COLUMN_NUMBER = re.compile(r"\(?([A-Za-z]|[0-9]{1,2})\)?(\s*=.*)?")

Spellings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a sheet. columns: field -> column number; headings: field -> heading as printed; doubled: fields whose
    heading stands over two columns; foot_row: first row below the table."""

    sheet: Worksheet
    head_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    doubled: tuple[str, ...]
    foot_row: int

    def lines(self) -> Iterator[int]:
        """Row numbers between head and foot, without a line of column numbers."""
        first = self.head_row + 1
        if _is_column_numbers(self.sheet, first, len(self.columns)):
            first += 1
        yield from range(first, self.foot_row)

    def stray_cells(self) -> list[str]:
        """Numbers under the foot, in the columns of the table: they belong to no line of it."""
        last = min(self.sheet.max_row, self.head_row + MAX_ROWS)
        cells = (
            self.sheet.cell(row, column)
            for row in range(self.foot_row, last + 1)
            for column in sorted(self.columns.values())
        )
        return [cell.coordinate for cell in cells if isinstance(cell.value, (int, float))]

    @property
    def is_cut_off(self) -> bool:
        """The sheet goes on below the last row that was looked at."""
        return self.sheet.max_row > self.head_row + MAX_ROWS


def find_grid(sheet: Worksheet, spellings: Spellings, telling: tuple[str, ...]) -> Grid | None:
    """The table whose head row has at least one of the `telling` columns and two more; None if there is none."""
    for row in range(1, min(sheet.max_row, _HEAD_SEARCH_ROWS) + 1):
        columns, headings, doubled = _match_columns(sheet, row, spellings)
        if len(columns) >= 3 and any(field in columns for field in telling):
            return Grid(sheet, row, columns, headings, doubled, _foot_row(sheet, row))
    return None


def _match_columns(
    sheet: Worksheet, row: int, spellings: Spellings
) -> tuple[dict[str, int], dict[str, str], tuple[str, ...]]:
    """The closest heading wins a field; two equally close ones make the field doubled."""
    best: dict[str, tuple[int, int, str]] = {}
    doubled: set[str] = set()
    for column in range(1, min(sheet.max_column, MAX_COLUMNS) + 1):
        value = sheet.cell(row, column).value
        if not isinstance(value, str):
            continue
        field, closeness = closest_field(value, spellings)
        if field is None:
            continue
        if field in best and best[field][0] == closeness:
            doubled.add(field)
        elif field not in best or closeness > best[field][0]:
            best[field] = (closeness, column, value)
            doubled.discard(field)
    columns = {field: column for field, (_, column, _) in best.items()}
    return columns, {field: heading for field, (_, _, heading) in best.items()}, tuple(sorted(doubled))


def closest_field(heading: str, spellings: Spellings) -> tuple[str | None, int]:
    """Field whose longest spelling begins the heading, and the length of that spelling; (None, 0) if none does."""
    words = match_key(heading)
    found: tuple[str | None, int] = (None, 0)
    for field, variants in spellings.items():
        for variant in _keys(variants):
            if (words == variant or words.startswith(variant + " ")) and len(variant) > found[1]:
                found = (field, len(variant))
    return found


@cache
def _keys(spellings: tuple[str, ...]) -> tuple[str, ...]:
    """Match keys of the spellings of a field, worked out once."""
    return tuple(match_key(spelling) for spelling in spellings)


def _foot_row(sheet: Worksheet, head_row: int) -> int:
    """The row with the words of the foot, else the row after the last one looked at."""
    last, width = min(sheet.max_row, head_row + MAX_ROWS), min(sheet.max_column, MAX_COLUMNS)
    for row in range(head_row + 1, last + 1):
        for column in range(1, width + 1):
            value = sheet.cell(row, column).value
            if isinstance(value, str) and match_key(value) in _FOOT_WORDS:
                return row
    return last + 1


def _is_column_numbers(sheet: Worksheet, row: int, width: int) -> bool:
    """Nearly every column has a cell, and all of them look like column numbers: figures without a code never do."""
    values = [sheet.cell(row, column).value for column in range(1, min(sheet.max_column, MAX_COLUMNS) + 1)]
    texts = [str(value).strip() for value in values if value is not None]
    return len(texts) >= width - 1 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)
