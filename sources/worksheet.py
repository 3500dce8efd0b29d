"""The common look of the sheets that people fill in: cells, table, drop-downs, print set-up. No words of any form."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

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
# For cells that only a machine reads: their length must not make the row high.
ONE_LINE: Final = Alignment(horizontal="left", vertical="center")
# Numbers of paper sizes in the file format.
PAPER_A3: Final = 8
PAPER_A4: Final = 9
_THIN = Side(style="thin", color="808080")
GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="DDE6EE")
_ENTRY_FILL = PatternFill("solid", fgColor="FFFBE6")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# A letter of this font is narrower than the digit that column widths are counted in, but breaks at words cost room;
# one line at 11 points; the highest row that the file format knows.
_LETTER_WIDTH = 0.95
_LINE_HEIGHT = 15
_MAX_HEIGHT = 409

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


def put_table_head(sheet: Worksheet, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
    """Write the head row of a table, set the column widths, and keep the head in view and on every printed page."""
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
        head = sheet.cell(row, column)
        put(head, heading, bold=True, align="center")
        head.fill, head.border = _HEAD_FILL, GRID
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"


def put_row(sheet: Worksheet, row: int, contents: Sequence[Content], entries: frozenset[int]) -> None:
    """Write one row of a table. Columns in `entries` (counted from 1) are those that people fill in."""
    for column, content in enumerate(contents, start=1):
        cell = sheet.cell(row, column)
        put(cell, content, align="left" if isinstance(content, str) else "center")
        cell.border = GRID
        if column in entries:
            cell.fill = _ENTRY_FILL
        if isinstance(content, date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(content, (int, Decimal)):
            cell.number_format = "#,##0.####" if content != int(content) else "#,##0"


def fit_height(sheet: Worksheet, row: int, contents: Sequence[Content], widths: Sequence[float]) -> None:
    """Make a row as high as its longest wrapped text needs: not every program does so for rows it did not write."""
    lines = (
        -(-len(str(content or "")) * _LETTER_WIDTH // width) for content, width in zip(contents, widths, strict=False)
    )
    height = max(max(lines, default=1), 1) * _LINE_HEIGHT + 2
    sheet.row_dimensions[row].height = min(height, _MAX_HEIGHT)


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


def offer(sheet: Worksheet, cells: str, words: tuple[str, ...], listed: str = "") -> None:
    """A drop-down of `words` on `cells`; anything else is refused with a Vietnamese message.

    `listed`: the range that holds the words, where they are too long for a rule of the sheet (255 signs).
    """
    formula = listed or f'"{",".join(words)}"'
    choice = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    choice.errorTitle = "Giá trị không hợp lệ"
    choice.error = "Chọn một giá trị trong danh sách." if listed else "Chọn một trong các giá trị: " + "; ".join(words)
    sheet.add_data_validation(choice)
    choice.add(cells)
