"""Old Excel files (.xls, Excel 5 to 2003) as workbooks of the library that all readers know.

Values, number formats, days by the book's own calendar (1900 or 1904), error values, hidden sheets and rows, merged
ranges, and the font where it says how letters are coded. Which formulas there were is known, not how they read.
"""

import re
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Final, Literal

import xlrd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from xlrd.biffh import XLRDError, error_text_from_code
from xlrd.formula import FormulaError
from xlrd.sheet import Sheet

from sources.documents.letters import coding_of
from sources.guard import SPOILED, UnopenedArchiveError, UnsafeArchiveError
from sources.old_records import formula_cells, workbook_stream

# A workbook with thousands of lines is two megabytes; the rest would be pictures.
MAX_BYTES: Final = 24 * 1024 * 1024
_DAMAGED: Final[tuple[type[Exception], ...]] = (*SPOILED, XLRDError, FormulaError)
# Whole numbers up to here are exact in a file that stores every number as a float.
_EXACT: Final = 2**53
_NOT_IN_TITLES: Final = re.compile(r"[\\*?:/\[\]]")
_MAX_TITLE: Final = 31
UNKNOWN_FORMULA: Final = "="
"""Stands where a formula was: how it read is not kept."""


def load_old(path: Path, *, results: bool) -> Workbook:
    """The workbook, with formulas or with their results. UnsafeArchiveError with the reason where it is not opened."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnsafeArchiveError(f"tệp lớn hơn {MAX_BYTES // (1024 * 1024)} MB, quá lớn so với một báo cáo")
        # The library is given the stream alone: it follows the chains of a damaged container for ever.
        content = workbook_stream(path.read_bytes())
        formulas = formula_cells(content)
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO(), on_demand=False
        )
        return _converted(book, formulas, results=results)
    except UnsafeArchiveError:
        raise
    except OSError as error:
        raise UnopenedArchiveError("không mở được tệp để đọc") from error
    except _DAMAGED as error:
        raise UnopenedArchiveError("cấu trúc bảng tính hỏng, không đọc được") from error


def _converted(book: xlrd.Book, formulas: Sequence[set[tuple[int, int]]], *, results: bool) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    fonts: dict[str, Font] = {}
    for index, sheet in enumerate(book.sheets()):
        title = _NOT_IN_TITLES.sub("_", ILLEGAL_CHARACTERS_RE.sub("_", sheet.name))[:_MAX_TITLE]
        target: Worksheet = workbook.create_sheet(title)
        target.sheet_state = "hidden" if sheet.visibility else "visible"
        computed = formulas[index] if index < len(formulas) and not results else set()
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                _copy(book, sheet, target, row, column, fonts, is_formula=(row, column) in computed)
        for row, information in sheet.rowinfo_map.items():
            if information.hidden:
                target.row_dimensions[row + 1].hidden = True
        for top, below, left, beyond in sheet.merged_cells:
            # Noted only: the library's way of merging gives every cell of the range a border.
            target.merged_cells.add(CellRange(min_col=left + 1, min_row=top + 1, max_col=beyond, max_row=below).coord)
    return workbook


def _copy(
    book: xlrd.Book,
    sheet: Sheet,
    target: Worksheet,
    row: int,
    column: int,
    fonts: dict[str, Font],
    *,
    is_formula: bool,
) -> None:
    """Copy one cell, unless it is blank."""
    kind, raw = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or (raw == "" and not is_formula):
        return
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    cell = target.cell(row + 1, column + 1)
    assert isinstance(cell, Cell)  # noqa: S101 -- ranges are merged after all cells are there; narrows the type
    if is_formula:
        cell.value, cell.data_type = UNKNOWN_FORMULA, "f"
    else:
        _set_value(cell, kind, raw, book.datemode)
    cell.number_format = book.format_map[style.format_key].format_str or "General"
    name = book.font_list[style.font_index].name
    if isinstance(raw, str) and coding_of(name):
        cell.font = fonts.setdefault(name, Font(name=name))


def _set_value(cell: Cell, kind: int, raw: Any, datemode: Literal[0, 1]) -> None:
    if kind == xlrd.XL_CELL_TEXT:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", raw)
        # A text that begins like a formula, or is called like an error, is a text.
        cell.data_type = "s"
    elif kind == xlrd.XL_CELL_BOOLEAN:
        cell.value = bool(raw)
    elif kind == xlrd.XL_CELL_ERROR:
        cell.value = error_text_from_code.get(raw, "#N/A")
        cell.data_type = "e"
    elif kind == xlrd.XL_CELL_DATE:
        cell.value = _day(raw, datemode)
    else:
        cell.value = int(raw) if raw == raw // 1 and abs(raw) < _EXACT else raw


def _day(serial: float, datemode: Literal[0, 1]) -> Any:
    """A moment; below one day a time; the serial itself where the calendar has no such day."""
    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return serial
    return moment.time() if 0 <= serial < 1 else moment
