"""A table of the form: columns with headings, widths and formats; open tinted cells to type into, all others closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.results.template.layout import (
    CLOSED_FILL,
    ENTRY_FILL,
    ENTRY_HEAD_FILL,
    LINE_HEIGHT,
    OPEN,
    set_height,
)
from sources.worksheet import Content

Kind = Literal["label", "machine", "text", "reference", "day", "number", "choice"]
# "@" keeps a number of a document such as 12/5 from becoming a day. Longer texts go without: some programs show
# a cell of that format as ##### beyond 255 signs.
_FORMATS: Final[dict[Kind, str]] = {"reference": "@", "day": "dd/mm/yyyy", "number": "#,##0"}
_CENTRED: Final = frozenset({"day", "number", "choice", "reference"})
_LEFT: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_MIDDLE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
# Days as numbers of the file format: 2011-01-01, when the first reform programme began, and 2050-12-31.
_FIRST_DAY: Final = "40544"
_LAST_DAY: Final = "55153"
_DAY_ERROR: Final = "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 14/03/2026."
# Bold words of the head row are wider than those below.
_BOLD: Final = 1.15


@dataclass(frozen=True, slots=True)
class Column:
    """One column. width: in signs; kind: what it holds; is_entry: people type into it.

    words: what can be chosen; listed: range that holds them, where one of them has a comma.
    """

    heading: str
    width: float
    kind: Kind = "text"
    is_entry: bool = True
    words: tuple[str, ...] = ()
    listed: str = ""


def widths_of(columns: Sequence[Column]) -> tuple[float, ...]:
    """Widths of the columns as they are seen: those for machines take no room."""
    return tuple(0.0 if column.kind == "machine" else column.width for column in columns)


def put_head(sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """Write the head row; columns to type into have a head of their own colour."""
    widths = [column.width for column in columns]
    worksheet.put_table_head(sheet, row, [column.heading for column in columns], widths)
    for number, column in enumerate(columns, start=1):
        if column.is_entry:
            sheet.cell(row, number).fill = ENTRY_HEAD_FILL
        if column.kind == "machine":
            sheet.column_dimensions[get_column_letter(number)].hidden = True
    lines = max(-(-len(column.heading) * _BOLD // column.width) for column in columns if column.kind != "machine")
    set_height(sheet, row, lines * LINE_HEIGHT + 12)


def put_line(sheet: Worksheet, row: int, columns: Sequence[Column], contents: Sequence[Content]) -> None:
    """Write one line; blank contents leave a cell to be typed into."""
    worksheet.put_row(sheet, row, contents, frozenset())
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(row, number)
        if column.is_entry:
            cell.fill, cell.protection = ENTRY_FILL, OPEN
        elif column.kind == "number":
            cell.fill = CLOSED_FILL
        # A figure with decimals keeps the format that shows them.
        if column.kind in _FORMATS and (column.kind != "number" or contents[number - 1] is None):
            cell.number_format = _FORMATS[column.kind]
        if column.kind in _CENTRED:
            cell.alignment = _MIDDLE
        elif column.kind == "machine":
            cell.alignment = worksheet.ONE_LINE
        elif number > 1:
            cell.alignment = _LEFT


def put_offers(sheet: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    """Drop-downs and checks of days on the lines from `first` to `last`."""
    days = DataValidation(type="date", operator="between", formula1=_FIRST_DAY, formula2=_LAST_DAY, allow_blank=True)
    days.showErrorMessage, days.errorTitle, days.error = True, "Ngày không hợp lệ", _DAY_ERROR
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        cells = f"{letter}{first}:{letter}{last}"
        if column.kind == "choice":
            worksheet.offer(sheet, cells, column.words, column.listed)
        elif column.kind == "day" and column.is_entry:
            days.add(cells)
    if days.sqref.ranges:
        sheet.add_data_validation(days)


def align_top(sheet: Worksheet, row: int, column: int) -> None:
    """Long texts begin at the top of their cell."""
    sheet.cell(row, column).alignment = _TOP
