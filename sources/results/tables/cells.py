"""The cells of one sheet of a flat table: typed, with merged ranges, and places as people say them."""

from dataclasses import replace
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sources.spreadsheet import MAX_COLUMNS, Book, Typed
from sources.text_workbook import MAX_LINES

# What stands a thousand rows below a table is no line of it, and looking that far makes a cell of every blank.
_MAX_BLANK_ROWS: Final = 1_000


class Cells:
    """Cells with content by row and column. is_cut_off: the sheet goes on beyond what was looked at."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.title, self.is_text = sheet.title, book.is_text
        rows, columns = sheet.max_row, sheet.max_column
        self.is_cut_off = rows > MAX_LINES or columns > MAX_COLUMNS
        self._rows: dict[int, dict[int, Typed]] = {}
        lines = sheet.iter_rows(max_row=min(rows, MAX_LINES), max_col=min(columns, MAX_COLUMNS))
        last = 0
        for row, line in enumerate(lines, start=1):
            if row > last + _MAX_BLANK_ROWS:
                self.is_cut_off = True
                break
            for column, cell in enumerate(line, start=1):
                typed = None if cell.value is None else book.typed(sheet, row, column)
                if typed is not None:
                    self._rows.setdefault(row, {})[column] = typed
                    last = row
        self.hidden_columns = {
            column
            for dimension in sheet.column_dimensions.values()
            if dimension.hidden
            # Columns hidden together stand in the file as one entry, which may reach to the end of the sheet.
            for column in range(dimension.min or 1, min(dimension.max or 0, MAX_COLUMNS) + 1)
        }
        self.hidden_rows = {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
        self.last_row = max(self._rows, default=0)
        self.last_column = max((max(line) for line in self._rows.values()), default=0)
        self._anchors: dict[tuple[int, int], tuple[int, int]] = {}
        self._merged: dict[tuple[int, int], range] = {}
        for area in sheet.merged_cells.ranges:
            rows_of = range(area.min_row, min(area.max_row, MAX_LINES) + 1)
            for column in range(area.min_col, min(area.max_col, MAX_COLUMNS) + 1):
                for row in rows_of:
                    self._anchors[row, column] = area.min_row, area.min_col
                    self._merged[row, column] = rows_of
        self.headings: dict[int, str] = {}

    def get(self, row: int, column: int) -> Typed | None:
        """The cell, None where it is blank; its place by line and heading in a table kept as text."""
        cell = self._rows.get(row, {}).get(column)
        return replace(cell, place=self._place(row, column)) if cell and self.is_text else cell

    def spoken(self, row: int, column: int) -> Typed | None:
        """The cell, or the one that speaks for it: labels are merged over the lines they belong to."""
        return self.get(*self.anchor(row, column))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell that speaks for this one stands."""
        return self._anchors.get((row, column), (row, column))

    def merged_rows(self, row: int, column: int) -> list[int]:
        """The other rows of the merged range that the cell is in."""
        return [other for other in self._merged.get((row, column), ()) if other != row]

    def text(self, row: int, column: int) -> str:
        """Text of a cell, "" where it is blank or an error."""
        cell = self._rows.get(row, {}).get(column)
        return cell.text if cell and cell.error is None else ""

    def spoken_text(self, row: int, column: int) -> str:
        """Text of the cell that speaks for this one."""
        return self.text(*self.anchor(row, column))

    def columns(self, row: int) -> list[int]:
        """Columns with content, from the left."""
        return list(self._rows.get(row, ()))

    def row(self, row: int) -> list[Typed]:
        """The cells with content, from the left."""
        return [cell for column in self.columns(row) if (cell := self.get(row, column)) is not None]

    def row_place(self, row: int) -> str:
        """The place of a whole line."""
        return f"dòng {row}" if self.is_text else f"{self.title}!A{row}"

    def _place(self, row: int, column: int) -> str:
        return f"dòng {row}, cột {self.headings.get(column) or get_column_letter(column)}"
