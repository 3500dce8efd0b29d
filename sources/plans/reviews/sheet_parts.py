"""What the sheets of the review workbook share: title, lists to choose from, open cells, filter, protection, A4."""

from collections.abc import Mapping
from typing import Final

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.plans.reviews.fields import Field, Kind
from sources.plans.reviews.words import words

_LISTS: Final = (
    "yes_no",
    "action",
    "plan_kind",
    "target_kind",
    "comparator",
    "unit",
    "reform_area",
    "papi_dimension",
    "deadline_kind",
    "role",
    "indicator",
)
# Years and days have no thousands.
_FORMATS: Final = {"year": "0", "day": "dd/mm/yyyy"}
_OPEN: Final = Protection(locked=False)
Ranges = Mapping[str, str]
"""List of words -> range of the hidden sheet that holds it."""


def put_lists(sheet: Worksheet) -> Ranges:
    """Write every list of words as a column of a hidden sheet; the range of each."""
    ranges: dict[str, str] = {}
    for column, name in enumerate(_LISTS, start=1):
        listed = list(words(name).values())
        for row, word in enumerate(listed, start=1):
            worksheet.put(sheet.cell(row, column), word)
        letter = get_column_letter(column)
        ranges[name] = f"{quote_sheetname(sheet.title)}!${letter}$1:${letter}${len(listed)}"
    sheet.sheet_state = "hidden"
    return ranges


def dress(sheet: Worksheet, row: int, fields: Mapping[int, Field], last_column: int) -> None:
    """Number formats of the columns, and cells that may be typed into; the machine's cell keeps on one line."""
    for column in range(1, last_column + 1):
        sheet.cell(row, column).protection = _OPEN
    for column, field in fields.items():
        if field.type in _FORMATS:
            sheet.cell(row, column).number_format = _FORMATS[field.type]
    sheet.cell(row, last_column).alignment = worksheet.ONE_LINE


def put_title(sheet: Worksheet, kind: Kind, width: int) -> int:
    """The heading of a sheet; the row of the table's head."""
    worksheet.put_wide(sheet, 1, 1, width, kind.sheet.upper(), bold=True)
    worksheet.put_wide(sheet, 2, 1, width, "Sửa ở ô màu vàng; cách làm ở trang Hướng dẫn.", italic=True)
    return 4


def finish(sheet: Worksheet, head: int, action: int, last_column: int, ranges: Ranges) -> None:
    """Actions to choose from, filter, hidden column, protection that leaves sorting and new rows, A4."""
    last_row = max(sheet.max_row, head + 1)
    letter, machine = get_column_letter(action), get_column_letter(last_column)
    worksheet.offer(sheet, f"{letter}{head + 1}:{letter}{last_row}", tuple(words("action").values()), ranges["action"])
    sheet.column_dimensions[machine].hidden = True
    sheet.auto_filter.ref = f"A{head}:{machine}{last_row}"
    sheet.print_area = f"A1:{get_column_letter(last_column - 1)}{last_row}"
    allowed = sheet.protection
    allowed.sheet = True
    allowed.sort = allowed.autoFilter = allowed.insertRows = allowed.formatRows = allowed.formatCells = False
    worksheet.set_page(sheet, landscape=True)
