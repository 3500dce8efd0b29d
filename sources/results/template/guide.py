"""Sheet Hướng dẫn: one page that says what to fill in, how, and how to send it. It holds nothing that is read."""

from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl.styles import Alignment, Font
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.results.headings import EVENT_KINDS, REPORT_STATES
from sources.results.template import advice, layout
from sources.results.template.form import Form

_WIDTHS: Final = (5.0, 24.0, 70.0)
_TITLE_FONT: Final = Font(name=worksheet.FONT, size=12, bold=True, color="1F4E79")
_TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_LINE_HEIGHT: Final = 15.75
# Signs of this font that a column unit holds: words break before the edge.
_SIGNS: Final = 0.85


def write_guide(sheet: Worksheet, form: Form) -> Mapping[str, str]:
    """Title, colours, sheets, rules, sending; field -> range of its words, to be chosen from on other sheets.

    Those words have commas, which a list inside a rule of the sheet cannot have.
    """
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    worksheet.put_wide(sheet, 1, 1, 3, "HƯỚNG DẪN ĐIỀN BIỂU BÁO CÁO CẢI CÁCH HÀNH CHÍNH", bold=True)
    worksheet.put_wide(sheet, 2, 1, 3, f"{form.unit_name}, {form.period_name}", bold=True)
    worksheet.put_wide(sheet, 3, 1, 3, advice.when(form), italic=True)
    for row in (1, 2, 3):
        layout.set_height(sheet, row, 20)
    row, rows = 5, dict[str, int]()
    for title, lines in advice.parts(form):
        sheet.cell(row, 1, title).font = _TITLE_FONT
        layout.set_height(sheet, row, 24)
        for line in lines:
            row += 1
            _put_line(sheet, row, line)
            rows[line[1]] = row
        row += 2
    for words, fill in (advice.OPEN, layout.ENTRY_FILL), (advice.CLOSED, layout.CLOSED_FILL):
        sheet.cell(rows[words], 2).fill = fill
        sheet.cell(rows[words], 2).border = worksheet.GRID
    layout.finish(sheet, landscape=False)
    # The least scale at which it is still read with ease; longer words of an agency make no second page.
    sheet.page_setup.fitToHeight = 1
    lists: dict[str, Sequence[str]] = {
        "report_state": list(REPORT_STATES.values()),
        "event_kind": list(EVENT_KINDS.values()),
    }
    name = quote_sheetname(sheet.title)
    return {field: f"{name}!$B${rows[words[0]]}:$B${rows[words[-1]]}" for field, words in lists.items()}


def _put_line(sheet: Worksheet, row: int, line: Sequence[str]) -> None:
    """A line has a word and what is said of it, or only what is said, which then goes over both columns."""
    sign, words, said = line
    worksheet.put(sheet.cell(row, 1), sign, align="center")
    sheet.cell(row, 1).alignment = Alignment(horizontal="center", vertical="top")
    width = _WIDTHS[2]
    if words:
        worksheet.put(sheet.cell(row, 2), words, bold=True)
        worksheet.put(sheet.cell(row, 3), said)
        sheet.cell(row, 2).alignment = sheet.cell(row, 3).alignment = _TOP
    else:
        width += _WIDTHS[1]
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
        worksheet.put(sheet.cell(row, 2), said)
        sheet.cell(row, 2).alignment = _TOP
    layout.set_height(sheet, row, -(-len(said) * _SIGNS // width) * _LINE_HEIGHT + 4)
