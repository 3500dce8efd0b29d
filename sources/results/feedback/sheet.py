"""Writes what to mend as a workbook: one sheet, printable, in the order in which the report is corrected.

The same feedback gives the same bytes. What was typed stays text, also where it begins like a formula.
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.office_times import with_fixed_times
from sources.results.feedback.lines import clean
from sources.results.feedback.parts import LEVELS, NOTHING, Feedback, Level

SHEET: Final = "Nội dung cần sửa"
TITLE: Final = "NỘI DUNG CẦN SỬA, BỔ SUNG"
COLUMNS: Final = ("STT", "Trang", "Ô", "Giá trị", "Quy tắc, nội dung", "Mức độ", "Cần làm gì")
_WIDTHS: Final = (6, 16, 14, 17, 45, 14, 40)
# Colours of paper, each with its word beside it: light enough to be read in black and white.
_FILLS: Final[dict[Level, PatternFill]] = {
    "error": PatternFill("solid", fgColor="F8D7D3"),
    "warning": PatternFill("solid", fgColor="FFF1CC"),
    "info": PatternFill(),
    "held": PatternFill("solid", fgColor="E9ECEF"),
}
# The file carries no time of its own: when the report came is said in its heading.
_MADE_AT: Final = datetime(2000, 1, 1)  # noqa: DTZ001 -- workbooks know no time zones
_LEVEL_COLUMN: Final = 6
# Words keep off the borders; an indent takes about two signs of the width.
_INDENTED: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_INDENT: Final = 2
_VALUE_WIDTH: Final = sum(_WIDTHS[2:])


def write(feedback: Feedback, path: Path) -> None:
    """Write the workbook to `path`, replacing what is there."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 -- a new Workbook always has one; narrows the library's type
    sheet.title = SHEET
    head_row = _put_heading(sheet, feedback)
    worksheet.put_table_head(sheet, head_row, COLUMNS, _WIDTHS)
    for number, line in enumerate(feedback.lines, start=1):
        row = head_row + number
        contents = (number, line.sheet, line.cell, line.value, line.what, LEVELS[line.level], line.action)
        worksheet.put_row(sheet, row, contents, frozenset())
        worksheet.fit_height(sheet, row, contents, [width - _INDENT for width in _WIDTHS])
        for column in range(2, len(COLUMNS) + 1):
            sheet.cell(row, column).alignment = _INDENTED
        sheet.cell(row, _LEVEL_COLUMN).fill = _FILLS[line.level]
    if not feedback.lines:
        worksheet.put_wide(sheet, head_row + 1, 1, len(COLUMNS), NOTHING.capitalize() + ".", italic=True)
    worksheet.set_page(sheet, landscape=True)
    book.properties.creator = "Thước Đo"
    book.properties.title = SHEET
    book.properties.created = _MADE_AT
    saved = BytesIO()
    book.save(saved)
    path.write_bytes(with_fixed_times(saved.getvalue(), _MADE_AT))


def _put_heading(sheet: Worksheet, feedback: Feedback) -> int:
    """Whose report this is and what was accepted; the row of the table's head."""
    worksheet.put_wide(sheet, 1, 1, len(COLUMNS), TITLE, bold=True)
    for row, (label, content) in enumerate(heading(feedback), start=3):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=len(COLUMNS))
        worksheet.put(sheet.cell(row, 1), label, bold=True)
        worksheet.put(sheet.cell(row, 3), content)
        worksheet.fit_height(sheet, row, (content,), (_VALUE_WIDTH,))
    return 3 + len(heading(feedback)) + 1


def heading(feedback: Feedback) -> list[tuple[str, str]]:
    """The lines above the table: label and content."""
    unit, period = feedback.unit_name or feedback.holds[0], feedback.period_name or feedback.holds[1]
    whose = [("Đơn vị", unit), ("Kỳ báo cáo", period)]
    return [
        *(whose if feedback.is_report else ()),
        ("Tệp", clean(feedback.file_name)),
        ("Ngày nhận", f"{feedback.received_on:%d/%m/%Y}" if feedback.received_on else "chưa gửi"),
        ("Kết quả tiếp nhận", feedback.accepted),
        ("Tổng cộng", f"{feedback.counts or NOTHING}."[:1].upper() + f"{feedback.counts or NOTHING}."[1:]),
    ]
