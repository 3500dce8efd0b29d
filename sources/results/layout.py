"""Heading and foot of the sheets of a period workbook. The look of cells and tables is that of all our sheets."""

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.form import Form
from sources.results.headings import HEAD, PREPARER, SIMULATED_NOTICE
from sources.worksheet import put_wide

# Rows left free between the words of the foot and the name, for the signature.
_SIGNATURE_ROWS = 4


def put_heading(sheet: Worksheet, form: Form, annex: str, title: str, width: int) -> int:
    """Write the heading of an annex over `width` columns; the number of the first free row below it."""
    left = max(width // 2 - 1, 2)
    put_wide(sheet, 1, 1, left, form.superior_name.upper())
    put_wide(sheet, 2, 1, left, form.unit_name.upper(), bold=True)
    lines = [
        (annex, True, False),
        (title, True, False),
        (f"(Kèm theo Báo cáo {_report_reference(form)} của {form.unit_name})", False, True),
        (
            f"{form.period_name} (số liệu từ ngày {form.window_from:%d/%m/%Y} đến hết ngày {form.window_to:%d/%m/%Y})",
            False,
            True,
        ),
    ]
    if form.is_simulated:
        lines.append((SIMULATED_NOTICE, True, False))
    for row, (line, bold, italic) in enumerate(lines, start=4):
        put_wide(sheet, row, 1, width, line, bold=bold, italic=italic)
    return 4 + len(lines) + 1


def put_foot(sheet: Worksheet, row: int, form: Form, width: int) -> None:
    """Write who prepared the table and who answers for it, two rows below the table's last row."""
    half = width // 2
    for first, last, words, name in (
        (1, half, PREPARER, form.prepared_by),
        (half + 1, width, HEAD, form.head_name),
    ):
        put_wide(sheet, row, first, last, words, bold=True)
        put_wide(sheet, row + 1, first, last, "(Ký, ghi rõ họ tên)", italic=True)
        put_wide(sheet, row + 1 + _SIGNATURE_ROWS, first, last, name or "", bold=True)


def _report_reference(form: Form) -> str:
    """Number and date of the report, with dots to fill in where they are not known."""
    number = form.report_number or "………"
    day = f"{form.sent_date:%d/%m/%Y}" if form.sent_date else "…/…/……"
    return f"số {number} ngày {day}"
