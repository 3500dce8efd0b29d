"""The common look of the sheets of a period workbook: heading, table, foot, print set-up. No words of the columns."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.form import Form
from sources.results.headings import HEAD, PREPARER, SIMULATED_NOTICE

# Decree 30/2020/NĐ-CP sets official documents in Times New Roman; 11 points keeps ten columns on an A4 page.
FONT: Final = "Times New Roman"
SIZE: Final = 11
_FONTS: Final = {
    (bold, italic): Font(name=FONT, size=SIZE, bold=bold, italic=italic)
    for bold in (False, True)
    for italic in (False, True)
}
_ALIGNMENTS: Final = {
    side: Alignment(horizontal=side, vertical="center", wrap_text=True) for side in ("left", "center")
}
LEFT: Final = _ALIGNMENTS["left"]
# Number of A4 in the file format.
PAPER_A4: Final = 9
_THIN = Side(style="thin", color="808080")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="DDE6EE")
_ENTRY_FILL = PatternFill("solid", fgColor="FFFBE6")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Rows left free between the words of the foot and the name, for the signature.
_SIGNATURE_ROWS = 4

Content = str | int | Decimal | date | None


def put(
    cell: Cell | MergedCell, content: Content, *, bold: bool = False, italic: bool = False, align: str = "left"
) -> None:
    """Write one cell. Text stays text: a string that begins like a formula is stored as quoted text, never run."""
    if isinstance(content, str):
        content = ILLEGAL_CHARACTERS_RE.sub("", content)
    cell.value = content
    if isinstance(content, str) and content.startswith(_FORMULA_STARTS):
        cell.data_type = "s"
        cell.quotePrefix = True
    cell.font = _FONTS[bold, italic]
    cell.alignment = _ALIGNMENTS[align]


def put_wide(
    sheet: Worksheet, row: int, first: int, last: int, content: str, *, bold: bool = False, italic: bool = False
) -> None:
    """Write one centred line over several columns."""
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    put(sheet.cell(row, first), content, bold=bold, italic=italic, align="center")


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


def put_table_head(sheet: Worksheet, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
    """Write the head row of a table, set the column widths, and keep the head in view and on every printed page."""
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
        head = sheet.cell(row, column)
        put(head, heading, bold=True, align="center")
        head.fill, head.border = _HEAD_FILL, _GRID
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def put_row(sheet: Worksheet, row: int, contents: Sequence[Content], entries: frozenset[int]) -> None:
    """Write one row of a table. Columns in `entries` (counted from 1) are those that people fill in."""
    for column, content in enumerate(contents, start=1):
        cell = sheet.cell(row, column)
        put(cell, content, align="left" if isinstance(content, str) else "center")
        cell.border = _GRID
        if column in entries:
            cell.fill = _ENTRY_FILL
        if isinstance(content, date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(content, (int, Decimal)):
            cell.number_format = "#,##0.####" if content != int(content) else "#,##0"


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


def set_page(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, one page wide, as many pages long as needed, page numbers at the foot."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.print_options.horizontalCentered = True
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "Trang &P/&N"


def _report_reference(form: Form) -> str:
    """Number and date of the report, with dots to fill in where they are not known."""
    number = form.report_number or "………"
    day = f"{form.sent_date:%d/%m/%Y}" if form.sent_date else "…/…/……"
    return f"số {number} ngày {day}"
