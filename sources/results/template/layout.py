"""What all sheets of a period workbook share: heading, line of advice, foot, open cells, protection, the page."""

from typing import Final

from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.results.headings import HEAD, PREPARER, SIMULATED_NOTICE
from sources.results.template.form import Form

# Rows left free between the words of the foot and the name, for the signature.
_SIGNATURE_ROWS: Final = 4
# One line at 11 points, as in the tables; a title at 13.
LINE_HEIGHT: Final = 15.75
_TITLE_HEIGHT: Final = 19
FOOT_HEIGHT: Final = (3 + _SIGNATURE_ROWS) * LINE_HEIGHT
# Signs of the bold capitals of the heading that a column unit holds.
_CAPITALS_WIDTH: Final = 1.35
# Margins in inches; the foot of the page holds its number.
_MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.55, "bottom": 0.65, "header": 0.3, "footer": 0.3}

# Cells of Thông tin that other sheets repeat, so that each is typed once: field -> name in the workbook.
NAMES: Final = {
    "unit_name": "ten_don_vi",
    "report_number": "so_bao_cao",
    "sent_date": "ngay_gui",
    "prepared_by": "nguoi_lap_bieu",
}
_TYPED_REFERENCE: Final = (
    '="(Kèm theo Báo cáo số "&IF(so_bao_cao="","………",so_bao_cao)&" ngày "'
    '&IF(ISNUMBER(ngay_gui),RIGHT("0"&DAY(ngay_gui),2)&"/"&RIGHT("0"&MONTH(ngay_gui),2)&"/"&YEAR(ngay_gui),"…/…/……")'
    '&" của "&ten_don_vi&")"'
)
_TYPED_PREPARER: Final = '=IF(nguoi_lap_bieu="","",nguoi_lap_bieu)'

OPEN: Final = Protection(locked=False)
CLOSED: Final = Protection(locked=True)
ENTRY_FILL: Final = PatternFill("solid", fgColor="FFFBE6")
ENTRY_HEAD_FILL: Final = PatternFill("solid", fgColor="FFE699")
CLOSED_FILL: Final = PatternFill("solid", fgColor="F2F2F2")
_TITLE_FONT: Final = Font(name=worksheet.FONT, size=13, bold=True)
_UNIT_FONT: Final = Font(name=worksheet.FONT, size=worksheet.SIZE, bold=True, underline="single")
ADVICE_FONT: Final = Font(name=worksheet.FONT, size=worksheet.SIZE, italic=True, color="1F4E79")
NUMBER_FONT: Final = Font(name=worksheet.FONT, size=9, italic=True, color="595959")


class _GrowingRow(RowDimension):
    """A row with a height for now: programs make it higher when more is typed, as a fixed height would forbid."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 -- name of the file format
        return False


def set_height(sheet: Worksheet, row: int, height: float) -> None:
    """Give a row its height until more is typed into it."""
    sheet.row_dimensions[row] = _GrowingRow(sheet, index=row, ht=height)


def put_heading(sheet: Worksheet, form: Form, annex: str, title: str, widths: tuple[float, ...]) -> int:
    """Write the heading of an annex over the columns; the number of the first free row below it."""
    width, left = len(widths), _columns_of(widths, 0.45)
    for row, (words, bold) in enumerate(((form.superior_name, False), (form.unit_name, True)), start=1):
        worksheet.put_wide(sheet, row, 1, left, words.upper(), bold=bold)
        set_height(sheet, row, max(-(-len(words) * _CAPITALS_WIDTH // sum(widths[:left])), 1) * LINE_HEIGHT)
    sheet.cell(2, 1).font = _UNIT_FONT
    for row, line in enumerate((annex, title), start=4):
        worksheet.put_wide(sheet, row, 1, width, line, bold=True)
        sheet.cell(row, 1).font = _TITLE_FONT
        set_height(sheet, row, _TITLE_HEIGHT)
    window = f"(số liệu từ ngày {form.window_from:%d/%m/%Y} đến hết ngày {form.window_to:%d/%m/%Y})"
    for row, line in enumerate((_reference(form) or "", f"{form.period_name} {window}"), start=6):
        worksheet.put_wide(sheet, row, 1, width, line, italic=True)
        set_height(sheet, row, LINE_HEIGHT * max(1, -(-len(line) // int(sum(widths)))))
    if _reference(form) is None:
        _put_formula(sheet, 6, _TYPED_REFERENCE)
    if not form.is_simulated:
        return 8
    worksheet.put_wide(sheet, 8, 1, width, SIMULATED_NOTICE, bold=True)
    set_height(sheet, 8, LINE_HEIGHT)
    return 9


def put_advice(sheet: Worksheet, row: int, width: int, line: str) -> None:
    """Write what to do with the table over it, in one line."""
    worksheet.put_wide(sheet, row, 1, width, line, italic=True)
    sheet.cell(row, 1).font = ADVICE_FONT
    set_height(sheet, row, LINE_HEIGHT + 4)


def put_foot(sheet: Worksheet, row: int, form: Form, widths: tuple[float, ...]) -> None:
    """Write who prepared the table and who answers for it, two rows below the table's last row."""
    half = _columns_of(widths, 0.5)
    for first, last, words, advice, name in (
        (1, half, PREPARER, "(Ký, ghi rõ họ tên)", form.prepared_by),
        (half + 1, len(widths), HEAD, "(Ký, đóng dấu, ghi rõ họ tên)", form.head_name),
    ):
        worksheet.put_wide(sheet, row, first, last, words, bold=True)
        worksheet.put_wide(sheet, row + 1, first, last, advice, italic=True)
        worksheet.put_wide(sheet, row + 1 + _SIGNATURE_ROWS, first, last, name or "", bold=True)
    if form.prepared_by is None:
        _put_formula(sheet, row + 1 + _SIGNATURE_ROWS, _TYPED_PREPARER)
    for line in range(row, row + 2 + _SIGNATURE_ROWS):
        set_height(sheet, line, LINE_HEIGHT)


def finish(sheet: Worksheet, *, landscape: bool, may_grow: bool = False) -> None:
    """Close what is not typed into, without a password; A4. may_grow: rows may be put in."""
    rights = sheet.protection
    rights.sheet = True
    # In the file format False means: this is not forbidden.
    rights.formatColumns = rights.formatRows = False
    rights.insertRows = not may_grow
    worksheet.set_page(sheet, landscape=landscape)
    for side, inches in _MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    if sheet.oddFooter is not None:
        sheet.oddFooter.left.text = sheet.title.replace("&", "&&")
        for part in (sheet.oddFooter.left, sheet.oddFooter.center):
            part.size, part.font = 9, f"{worksheet.FONT},Regular"
    sheet.sheet_view.showGridLines = False


def height_above(sheet: Worksheet, row: int) -> float:
    """Points from the top of the sheet to the top of `row`."""
    heights = (sheet.row_dimensions[above].height for above in range(1, row))
    return sum(height or LINE_HEIGHT for height in heights)


def _columns_of(widths: tuple[float, ...], share: float) -> int:
    """How many columns from the left make up about this share of the table's width; at least one is left over."""
    reached = 0.0
    for column, width in enumerate(widths[:-1], start=1):
        reached += width
        if reached >= sum(widths) * share:
            return column
    return len(widths) - 1


def _reference(form: Form) -> str | None:
    """The report that the sheet goes with; None where its number or day has still to be typed into Thông tin."""
    if form.report_number is None or form.sent_date is None:
        return None
    return f"(Kèm theo Báo cáo số {form.report_number} ngày {form.sent_date:%d/%m/%Y} của {form.unit_name})"


def _put_formula(sheet: Worksheet, row: int, formula: str) -> None:
    """Put a formula into the first cell of a line that was written as text."""
    cell = sheet.cell(row, 1)
    cell.value = formula
