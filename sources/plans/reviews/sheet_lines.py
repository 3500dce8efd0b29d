"""The lines of one sheet of a review workbook, by its name and its column headings; what is gone is told by name."""

from collections.abc import Iterator
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.plans.remarks import Remark, remark
from sources.plans.reviews import headings
from sources.plans.reviews.fields import Kind
from sources.plans.reviews.kinds import PLAN
from sources.plans.reviews.typed_lines import Line
from sources.spreadsheet import MAX_ROWS, Book, Typed
from sources.vietnamese.normal import match_key

# Heads of tables stand in the upper part of a sheet; thirty rows leave room for notes.
HEAD_ROWS: Final = 30
_COLUMNS: Final = 30
# One heading alone may be a word of the text; a head has two dozen.
_LEAST_HEADINGS: Final = 2


def lines_of(book: Book, kind: Kind) -> Iterator[Line | Remark]:
    """Lines of the kind's sheet that have content, and what of the sheet is not there."""
    sheet = next((sheet for sheet in book.visible if match_key(sheet.title) == match_key(kind.sheet)), None)
    if sheet is None:
        yield remark("review_sheet_missing", kind.sheet, kind.sheet)
        return
    expected = _expected(kind)
    head, columns = _table_head(sheet, expected)
    missing = [heading for heading in expected if match_key(heading) not in columns]
    needed = [heading for heading in missing if heading in {headings.ACTION, headings.MACHINE}]
    if missing:
        names = ", ".join(f"“{heading}”" for heading in missing)
        what = "cả trang chưa được dùng" if needed else "ô ở cột này giữ như máy đọc"
        yield remark(
            "review_column_missing", f"{sheet.title}!{head or 1}", f"trang “{kind.sheet}”, cột {names}; {what}"
        )
    if needed:
        return
    if sheet.max_row > MAX_ROWS:
        yield remark(
            "unreadable_review", sheet.title, f"trang “{kind.sheet}” dài hơn {MAX_ROWS} hàng; phần sau chưa đọc"
        )
    for row in book.row_numbers(sheet):
        if row > head:
            line = _line(book, sheet, row, kind, columns)
            if line.machine is not None or not line.is_empty:
                yield line


def _expected(kind: Kind) -> list[str]:
    own = [headings.FIELD, headings.VALUE] if kind is PLAN else [field.heading for field in kind.fields]
    return [*own, headings.ACTION, headings.REASON, headings.MACHINE]


def _table_head(sheet: Worksheet, expected: list[str]) -> tuple[int, dict[str, int]]:
    """The row with most of the column headings, and key of heading -> column."""
    known = {match_key(heading) for heading in expected}
    best: tuple[int, dict[str, int]] = (0, {})
    most = _LEAST_HEADINGS - 1
    for row in range(1, min(sheet.max_row, HEAD_ROWS) + 1):
        cells = ((column, sheet.cell(row, column).value) for column in range(1, _COLUMNS + 1))
        columns = {match_key(value): column for column, value in cells if isinstance(value, str)}
        if len(known & set(columns)) > most:
            best, most = (row, columns), len(known & set(columns))
    return best


def _line(book: Book, sheet: Worksheet, row: int, kind: Kind, columns: dict[str, int]) -> Line:
    def typed(heading: str) -> Typed | None:
        column = columns.get(match_key(heading))
        return book.typed(sheet, row, column) if column else None

    label = typed(headings.FIELD if kind is PLAN else headings.CODE)
    if kind is PLAN:
        found = [field for field in PLAN.fields if label and match_key(label.text) == match_key(field.heading)]
        cells = {field.name: typed(headings.VALUE) for field in found}
    else:
        cells = {field.name: typed(field.heading) for field in kind.fields if match_key(field.heading) in columns}
    place = f"{sheet.title}!{row}"
    return Line(place, cells, typed(headings.ACTION), typed(headings.REASON), typed(headings.MACHINE), label)
