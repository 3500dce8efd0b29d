"""Finds the table of a form on a sheet: its head row, its columns by their headings, its first and last line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sources.results.headings import HEAD, PREPARER
from sources.results.workbooks.head_rows import Headings, matches, second_row
from sources.results.workbooks.page import Page
from sources.vietnamese.normal import match_key

# Headings of annexes take up to a dozen rows; thirty leaves room for notes above the table.
_HEAD_SEARCH_ROWS: Final = 30
# Of a head over two rows the first may hold two headings that are known.
_LEAST_IN_FIRST_ROW: Final = 2
_PREPARERS: Final = frozenset(match_key(words) for words in (PREPARER, "Người lập"))
_HEADS: Final = frozenset(match_key(words) for words in (HEAD, "Thủ trưởng"))
_LONGEST_FOOT: Final = 30
# The line of column numbers that official forms print under the head: A, B, 1, (2), 3=1/2.
_COLUMN_NUMBER = re.compile(r"\(?([A-Za-z]|[0-9]{1,2})\)?(\s*=.*)?")
# A line of column numbers numbers all columns but one at most; of very few columns, all of them.
_LEAST_NUMBERED: Final = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page. columns: field -> column number; headings: field -> heading as printed; doubled: fields whose
    heading stands over two columns; first_row, head_row: first and last row of the head; foot_row: first row below."""

    page: Page
    first_row: int
    head_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    doubled: tuple[str, ...]
    foot_row: int

    def lines(self) -> Iterator[int]:
        """Row numbers between head and foot, without a line of column numbers."""
        first = self.head_row + 1
        if _is_column_numbers(self.page, first, len(self.columns)):
            first += 1
        yield from range(first, self.foot_row)

    def unknown_columns(self) -> dict[str, str]:
        """Columns with content in the lines that belong to no field: letter of the column -> heading."""
        known = set(self.columns.values())
        used = {column for row in self.lines() for column in self.page.columns(row)} - known
        heads = {column: self.page.words(*self.page.anchor(self.head_row, column)) for column in sorted(used)}
        return {
            self.page.place(self.head_row, column): heading
            for column, heading in heads.items()
            # Under the wide heading of a known column stand the parts of a merged cell.
            if self.page.anchor(self.head_row, column)[1] not in known
        }


def possible_heads(page: Page) -> Iterator[int]:
    """Rows with words in several columns: titles have them in one or two."""
    for row in range(1, min(page.last_row, _HEAD_SEARCH_ROWS) + 1):
        if sum(bool(page.words(row, column)) for column in page.columns(row)) >= _LEAST_IN_FIRST_ROW:
            yield row


def grid_at(
    page: Page, row: int, form: Headings, telling: tuple[str, ...], least: int, naming: tuple[str, ...]
) -> Grid | None:
    """The table whose head begins in this row and has one of the `telling` columns and `least` in all.

    naming: columns that say what a line is about; a row with content there is no foot, whatever words it has.
    """
    found = matches(page, row, form)
    if len(found.best) < _LEAST_IN_FIRST_ROW:
        return None
    head_row = row + 1 if second_row(page, row, found, form) else row
    columns = found.columns
    if len(columns) < least or not any(field in columns for field in telling):
        return None
    names = [columns[field] for field in naming if field in columns]
    foot_row = _foot_row(page, head_row, names)
    return Grid(page, row, head_row, columns, found.headings, tuple(sorted(found.doubled)), foot_row)


def is_foot(page: Page, row: int) -> bool:
    """One of those who sign is named in a cell of the row."""
    return bool(_signers(page, row))


def _foot_row(page: Page, head_row: int, names: Sequence[int]) -> int:
    """The row with the words of the foot, else the row after the last one with content.

    Who signs may also be whom a line is about: such a row is the foot where both sign, or where no line is named.
    """
    for row in range(head_row + 1, page.last_row + 1):
        signers = _signers(page, row)
        keys = set(signers.values())
        if signers and ((keys & _PREPARERS and keys & _HEADS) or not _is_named(page, row, head_row, names)):
            return row
    return page.last_row + 1


def _signers(page: Page, row: int) -> dict[int, str]:
    """Columns that name those who sign. The longest words of the foot have four syllables."""
    return {
        column: page.key(row, column)
        for column in page.columns(row)
        if 0 < len(page.words(row, column)) < _LONGEST_FOOT and page.key(row, column) in _PREPARERS | _HEADS
    }


def _is_named(page: Page, row: int, head_row: int, names: Sequence[int]) -> bool:
    """A naming column has content other than words of the foot, its own or of a cell merged over several lines."""
    for column in names:
        place = page.anchor(row, column)
        is_of_table = place[0] > head_row and place[1] == column
        if is_of_table and page.value(*place) is not None and page.key(*place) not in _PREPARERS | _HEADS:
            return True
    return False


def _is_column_numbers(page: Page, row: int, width: int) -> bool:
    """Nearly every column has a cell, and all of them look like column numbers that count from one without a gap."""
    texts = [str(page.value(row, column)).strip() for column in page.columns(row)]
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    numbers = sorted(int(number[1]) for number in found if number and number[1].isdigit())
    is_sequence = numbers == list(range(1, len(numbers) + 1))
    return len(texts) >= max(width - 1, _LEAST_NUMBERED) and all(found) and is_sequence
