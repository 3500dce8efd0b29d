"""Flat tables as people keep them: csv in any coding that can be told for sure, and the first sheet of a workbook.

Knows encodings and shapes, no meaning: every cell is text, blanks are None, and each line knows its number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sources.csv_rows import csv_rows
from sources.table_encoding import UnreadableTextError, decode_table
from sources.vietnamese.normal import fold_spaces

# The largest known table, the whole PAPI panel, is one megabyte.
MAX_BYTES: Final = 64 * 1024 * 1024


class UnreadableTableError(ValueError):
    """The file is no readable table. Its text is the reason, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table. number: as an editor or a spreadsheet shows it; cells: column -> text, None where blank."""

    number: int
    cells: Mapping[str, str | None]
    is_misshapen: bool

    @property
    def place(self) -> str:
        """The place as a person would say it."""
        return f"dòng {self.number}"

    def get(self, column: str) -> str | None:
        """Text of a column, None where it is blank or missing."""
        return self.cells.get(column)


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Columns as printed in the head, and the lines with content."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def read_csv(path: Path) -> FlatTable:
    """Read a table kept as text. UnreadableTableError if its letters cannot be told, or it has no head or one twice."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableTableError("tệp quá lớn so với một bảng số liệu")
        text, _ = decode_table(path.read_bytes())
        return build_table(csv_rows(text))
    except OSError as error:
        raise UnreadableTableError("không mở được tệp để đọc") from error
    except UnreadableTextError as error:
        raise UnreadableTableError(str(error)) from error


def build_table(rows: Iterator[tuple[int, Sequence[str]]]) -> FlatTable:
    """A table from numbered rows, the first of which with content is the head."""
    filled = ((number, [fold_spaces(cell) for cell in row]) for number, row in rows)
    content = ((number, row) for number, row in filled if any(row))
    head = next(content, None)
    if head is None:
        raise UnreadableTableError("tệp rỗng")
    columns = head[1]
    while columns and not columns[-1]:
        columns.pop()
    if len(set(columns)) < len(columns):
        raise UnreadableTableError("tiêu đề có cột trùng tên hoặc cột không tên")
    return FlatTable(tuple(columns), tuple(_line(number, row, columns) for number, row in content))


def _line(number: int, row: Sequence[str], columns: Sequence[str]) -> Line:
    """A line with fewer or more cells than the head is misshapen: its cells may stand in the wrong columns."""
    cells = {column: cell or None for column, cell in zip(columns, row, strict=False)}
    return Line(number, cells, len(row) < len(columns) or any(row[len(columns) :]))
