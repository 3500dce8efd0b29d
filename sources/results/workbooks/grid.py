"""Finds the table of a form on a sheet: its head row, its columns by their headings, its first and last line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sources.results.printed_marks import MAX_HEAD_ROW, are_column_numbers, is_preparer, is_signer
from sources.results.workbooks.head_rows import Headings, matches, second_row
from sources.results.workbooks.page import Page

# Of a head over two rows the first may hold two headings that are known.
_LEAST_IN_FIRST_ROW: Final = 2


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
        texts = [str(self.page.value(first, column)).strip() for column in self.page.columns(first)]
        if are_column_numbers(texts, len(self.columns)):
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
    for row in range(1, min(page.last_row, MAX_HEAD_ROW) + 1):
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
    return bool(_foot_words(page, row))


def _foot_row(page: Page, head_row: int, names: Sequence[int]) -> int:
    """The row with the words of the foot, else the row after the last one with content.

    Who signs may also be whom a line is about: such a row is the foot where both sign, or where no line is named.
    """
    for row in range(head_row + 1, page.last_row + 1):
        words = _foot_words(page, row)
        is_whole = any(map(is_preparer, words)) and any(map(is_signer, words))
        if words and (is_whole or not _is_named(page, row, head_row, names)):
            return row
    return page.last_row + 1


def _foot_words(page: Page, row: int) -> list[str]:
    """Words of the foot in this row."""
    return [words for column in page.columns(row) if _is_of_foot(words := page.words(row, column))]


def _is_of_foot(words: str) -> bool:
    return is_preparer(words) or is_signer(words)


def _is_named(page: Page, row: int, head_row: int, names: Sequence[int]) -> bool:
    """A naming column has content other than words of the foot, its own or of a cell merged over several lines."""
    for column in names:
        place = page.anchor(row, column)
        is_of_table = place[0] > head_row and place[1] == column
        if is_of_table and page.value(*place) is not None and not _is_of_foot(page.words(*place)):
            return True
    return False
