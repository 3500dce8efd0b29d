"""Sheet Thông tin: whose report it is, for which period; what is typed here is repeated on the other sheets."""

from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.results import headings
from sources.results.template import layout, table
from sources.results.template.form import Form
from sources.results.template.table import Column

_COLUMNS: Final = (
    Column("Nội dung", 34, "label", is_entry=False),
    Column("Giá trị", 62, "label", is_entry=False),
)
_TO_FILL: Final = ("report_state", "report_number", "sent_date", "prepared_by")
_NOTES: Final = {
    "report_state": "Chọn “Dự thảo” khi số liệu chưa được thủ trưởng duyệt; chọn “Chính thức, đã ký” khi đã ký.",
    "report_number": "Số và ký hiệu của báo cáo mà biểu này kèm theo, ví dụ 12/BC-BVĐK.",
    "sent_date": "Ngày gửi báo cáo, dạng ngày/tháng/năm.",
    "prepared_by": "Họ và tên người lập biểu; tên này tự hiện ở cuối các biểu.",
}
_LINE_HEIGHT: Final = 21
_INDENTED: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)


def write_info(book: Workbook, sheet: Worksheet, form: Form, states: str) -> None:
    """One key and its value a row. states: range that the states of the report are chosen from."""
    widths = table.widths_of(_COLUMNS)
    row = layout.put_heading(sheet, form, "THÔNG TIN BÁO CÁO", "BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH", widths)
    layout.put_advice(sheet, row, len(widths), "Điền các ô màu vàng; các ô khác giữ nguyên.")
    table.put_head(sheet, row + 1, _COLUMNS)
    values = _values(form)
    for row_no, (field, value) in enumerate(values.items(), start=row + 2):
        worksheet.put_row(sheet, row_no, (headings.INFO_LABELS[field][0], value), frozenset())
        layout.set_height(sheet, row_no, _LINE_HEIGHT)
        cell = sheet.cell(row_no, 2)
        sheet.cell(row_no, 1).alignment = cell.alignment = _INDENTED
        if field in _TO_FILL:
            cell.fill, cell.protection = layout.ENTRY_FILL, layout.OPEN
            cell.comment = Comment(_NOTES[field], form.agency_name, height=80, width=300)
        if field in ("report_number", "sent_date"):
            cell.number_format = "@" if field == "report_number" else "dd/mm/yyyy"
        if field in layout.NAMES:
            place = f"{quote_sheetname(sheet.title)}!$B${row_no}"
            book.defined_names[layout.NAMES[field]] = DefinedName(layout.NAMES[field], attr_text=place)
    first = row + 2 + list(values).index("report_state")
    worksheet.offer(sheet, f"B{first}", tuple(headings.REPORT_STATES.values()), states)
    sent = row + 2 + list(values).index("sent_date")
    table.put_offers(sheet, (Column("", 0), Column("", 0, "day")), sent, sent)
    layout.put_foot(sheet, row + 2 + len(values) + 1, form, widths)
    layout.finish(sheet, landscape=False)


def _values(form: Form) -> dict[str, worksheet.Content]:
    return {
        "agency_key": form.agency_key,
        "agency_name": form.agency_name,
        "unit_key": form.unit_key,
        "unit_name": form.unit_name,
        "period_key": form.period_key,
        "period_name": form.period_name,
        "window_from": form.window_from,
        "window_to": form.window_to,
        "template_version": headings.FORM_VERSION,
        "is_simulated": headings.YES if form.is_simulated else headings.NO,
        "report_state": headings.REPORT_STATES[form.report_state] if form.report_state else None,
        "report_number": form.report_number,
        "sent_date": form.sent_date,
        "prepared_by": form.prepared_by,
    }
