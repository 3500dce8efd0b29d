"""Opens a workbook of any kind (xlsx, xlsm, xls, csv) and hands out its cells as typed, errors and formulas included.

Knows openpyxl and nothing of forms: other kinds become its workbooks. openpyxl keeps number formats and formulas apart
from values, which decides whether 0,96 is 96 % and whether a blank is a blank. What kind a file is, its bytes say.
"""

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from sources.areas import check_areas
from sources.cell_letters import in_unicode
from sources.guard import SPOILED, UnsafeArchiveError, check_archive
from sources.old_workbook import load_old
from sources.table_encoding import UnreadableTextError
from sources.text_workbook import load_text
from sources.vietnamese.normal import fold_spaces
from sources.workbook_kinds import Kind, kind_of

_UNREADABLE: Final[tuple[type[Exception], ...]] = (*SPOILED, InvalidFileException)
# The longest table people fill in has some hundred lines; what stands a thousand rows below is no line of it.
MAX_ROWS: Final = 2_000
MAX_COLUMNS: Final = 60
# Parts of a number format that are printed as they stand: quoted, escaped, filled or left blank for.
_PRINTED: Final = re.compile(r'"[^"]*"|[\\_*].')


class UnreadableWorkbookError(ValueError):
    """The workbook cannot be opened. Its text is the reason, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One cell with content. value: str, int, float, Decimal, date, datetime, time or bool; of a formula, its result.

    error: an error value (#DIV/0!) or a formula that was never calculated; then value is None.
    is_percent: the value is shown a hundredfold; bears_sign: as it is, with a per cent sign printed behind it.
    """

    place: str
    value: Any
    text: str
    is_percent: bool
    error: str | None = None
    bears_sign: bool = False


class Book:
    """An open workbook. Results of formulas are loaded only if a formula is met where something should be typed.

    legacy_fonts: fonts of the codes before Unicode (TCVN3, VNI) that text was converted from so far; of a csv its code.
    """

    def __init__(self, path: Path) -> None:
        """Raises UnreadableWorkbookError."""
        self._path = path
        self._kind, self._formulas, coding = _open(path)
        self._results: Workbook | None = None
        self._widths: dict[str, int] = {}
        self.legacy_fonts: set[str] = {coding} if coding else set()

    @property
    def is_text(self) -> bool:
        """A table kept as text (csv): one sheet, the rows of which are the lines of the file."""
        return self._kind == "text"

    @property
    def visible(self) -> list[Worksheet]:
        """Sheets that people see, in order."""
        return [sheet for sheet in self._formulas.worksheets if sheet.sheet_state == "visible"]

    @property
    def hidden(self) -> list[Worksheet]:
        """Sheets that people do not see, in order."""
        return [sheet for sheet in self._formulas.worksheets if sheet.sheet_state != "visible"]

    def typed(self, sheet: Worksheet, row: int, column: int) -> Typed | None:
        """The content of a cell, None if it is blank. Raises UnreadableWorkbookError."""
        cell = sheet.cell(row, column)
        value, place = cell.value, f"{sheet.title}!{get_column_letter(column)}{row}"
        is_percent, bears_sign = _percent(_number_format(cell))
        if cell.data_type == "f":
            result = self._result(sheet.title, row, column)
            if result is None:
                return Typed(place, None, _shown(value), is_percent, "formula_without_value", bears_sign)
            is_error = isinstance(result, str) and result.startswith("#")
            return Typed(place, None if is_error else result, _shown(result), is_percent, _error(is_error), bears_sign)
        if value is None or (isinstance(value, str) and not fold_spaces(value)):
            return None
        is_error = cell.data_type == "e"
        if isinstance(value, str):
            value, font = in_unicode(cell, value)
            self.legacy_fonts.update([font] if font else [])
        return Typed(place, None if is_error else value, _shown(value), is_percent, _error(is_error), bears_sign)

    def row_numbers(self, sheet: Worksheet, longest: int = MAX_ROWS) -> range:
        """Rows that may have content, `longest` at most."""
        return range(1, min(sheet.max_row, longest) + 1)

    def texts(self, sheet: Worksheet, row: int) -> list[str]:
        """The cells of a row as text, "" where blank, without a value or an error."""
        typed = (self.typed(sheet, row, column) for column in range(1, self._width(sheet) + 1))
        return [cell.text if cell and cell.error is None else "" for cell in typed]

    def _width(self, sheet: Worksheet) -> int:
        """Columns that may have content. The library goes through all cells to say so: asked once a sheet."""
        if sheet.title not in self._widths:
            self._widths[sheet.title] = min(sheet.max_column, MAX_COLUMNS)
        return self._widths[sheet.title]

    def _result(self, title: str, row: int, column: int) -> Any:
        if self._results is None:
            self._results = (
                load_old(self._path, results=True) if self._kind == "old" else _load(self._path, results=True)
            )
        return self._results[title].cell(row, column).value


def _open(path: Path) -> tuple[Kind, Workbook, str]:
    """Kind of the file, the workbook, and the legacy coding that a table kept as text was converted from."""
    try:
        kind, foreign = kind_of(path)
        if kind == "text":
            return kind, *load_text(path)
        if kind == "old":
            return kind, load_old(path, results=False), ""
    except OSError as error:
        raise UnreadableWorkbookError("không mở được tệp để đọc") from error
    except (UnsafeArchiveError, UnreadableTextError) as error:
        raise UnreadableWorkbookError(str(error)) from error
    if kind == "foreign":
        raise UnreadableWorkbookError(f"tệp là {foreign}")
    return kind, _load(path, results=False), ""


def _load(path: Path, *, results: bool) -> Workbook:
    try:
        check_archive(path)
        check_areas(path)
    except UnsafeArchiveError as error:
        raise UnreadableWorkbookError(str(error)) from error
    # The library warns of extensions that it drops (conditional formats, drop-downs); none of them holds figures.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            with path.open("rb") as stream:
                return load_workbook(stream, data_only=results)
        except _UNREADABLE as error:
            raise UnreadableWorkbookError("cấu trúc bảng tính hỏng, không đọc được") from error


def _number_format(cell: Cell | MergedCell) -> str:
    """The number format; "" where the workbook points to one that it does not define."""
    try:
        return cell.number_format or ""
    except IndexError:
        return ""


def _percent(number_format: str) -> tuple[bool, bool]:
    """Whether a format shows a number a hundredfold, and whether it prints the sign behind the number as it is."""
    is_scaled = "%" in _PRINTED.sub("", number_format)
    return is_scaled, not is_scaled and "%" in number_format


def _error(is_error: bool) -> str | None:
    return "cell_error" if is_error else None


def _shown(value: Any) -> str:
    """A value as a Vietnamese clerk would write it."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, (float, Decimal)):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, ArrayFormula):
        return fold_spaces(value.text or "=")
    if isinstance(value, DataTableFormula):
        return f"=TABLE({value.r1 or ''};{value.r2 or ''})"
    return fold_spaces(str(value))
