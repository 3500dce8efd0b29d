"""One sheet as people see it: its cells with content, gone through once, and what merged cells stand over."""

from collections.abc import Iterable

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from sources.cell_letters import in_unicode
from sources.spreadsheet import MAX_COLUMNS, MAX_ROWS, Book, Typed
from sources.vietnamese.normal import fold_spaces, match_key


class Page:
    """Cells by row and column. is_cut_off: the sheet goes on beyond the rows and columns that are looked at.

    The library goes through all cells to say how far a sheet reaches: it is asked once here, and never again.
    """

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book, self.sheet, self.title = book, sheet, sheet.title
        rows, columns = sheet.max_row, sheet.max_column
        self.is_cut_off = rows > MAX_ROWS or columns > MAX_COLUMNS
        self._cells: dict[tuple[int, int], Cell | MergedCell] = {}
        self._open: set[tuple[int, int]] = set()
        for row, line in enumerate(sheet.iter_rows(1, min(rows, MAX_ROWS), 1, min(columns, MAX_COLUMNS)), start=1):
            for column, cell in enumerate(line, start=1):
                if is_filled(cell):
                    self._cells[row, column] = cell
                if not cell.protection.locked:
                    self._open.add((row, column))
        self._words: dict[tuple[int, int], tuple[str, str]] = {}
        self._columns: dict[int, list[int]] = {}
        for row, column in self._cells:
            self._columns.setdefault(row, []).append(column)
        self.last_row = max(self._columns, default=0)
        self._anchors = _anchors(sheet)

    def place(self, row: int, column: int) -> str:
        """Biểu 1 Số liệu!E12."""
        return f"{self.title}!{get_column_letter(column)}{row}"

    @property
    def has_open_cells(self) -> bool:
        """Sheets of the form are issued closed but for the cells to type into."""
        return bool(self._open)

    def is_open(self, row: int, column: int) -> bool:
        """The cell may be typed into though the sheet is closed."""
        return (row, column) in self._open

    def is_formula(self, row: int, column: int) -> bool:
        """The cell holds a formula."""
        return (row, column) in self._cells and self._cells[row, column].data_type == "f"

    def formula(self, row: int, column: int) -> str:
        """The formula of a cell that holds one, as text."""
        value = self.value(row, column)
        return str(value.text or "") if isinstance(value, ArrayFormula) else str(value)

    def typed(self, row: int, column: int) -> Typed | None:
        """The content of a cell, None if it is blank. Raises UnreadableWorkbookError."""
        return self.book.typed(self.sheet, row, column) if (row, column) in self._cells else None

    def words(self, row: int, column: int) -> str:
        """The words of a cell, "" where it holds none: numbers and days are no words."""
        return self._read(row, column)[0]

    def key(self, row: int, column: int) -> str:
        """The match key of the words of a cell."""
        return self._read(row, column)[1]

    def _read(self, row: int, column: int) -> tuple[str, str]:
        """Words and their match key, worked out once: heads are looked for by five forms."""
        if (row, column) not in self._words:
            cell = self._cells.get((row, column))
            text = ""
            if cell is not None and isinstance(cell.value, str) and cell.data_type != "f":
                text, font = in_unicode(cell, cell.value)
                self.book.legacy_fonts.update([font] if font else [])
            self._words[row, column] = (fold_spaces(text), match_key(text)) if text else ("", "")
        return self._words[row, column]

    def value(self, row: int, column: int) -> object:
        """The bare value of a cell, a formula as its text."""
        cell = self._cells.get((row, column))
        return None if cell is None else cell.value

    def columns(self, row: int) -> list[int]:
        """Columns of the row that have content, from the left."""
        return self._columns.get(row, [])

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that speaks for this one: the upper left one of a merged range, else itself."""
        return self._anchors.get((row, column), (row, column))


def is_filled(cell: Cell | MergedCell) -> bool:
    """The cell has content; blanks of any kind are none."""
    value = cell.value
    return value is not None and not (isinstance(value, str) and not fold_spaces(value))


def _anchors(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells of merged ranges, as far as tables reach. The guard has bounded the areas before."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        for row in _up_to(area.min_row, area.max_row, MAX_ROWS):
            for column in _up_to(area.min_col, area.max_col, MAX_COLUMNS):
                found[row, column] = (area.min_row, area.min_col)
    return found


def _up_to(first: int, last: int, limit: int) -> Iterable[int]:
    return range(first, min(last, limit) + 1)
