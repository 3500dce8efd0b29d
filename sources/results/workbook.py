"""Writes the period workbook of one unit: Thông tin, Biểu 1 Số liệu, Biểu 2 Nhiệm vụ. The reader's counterpart.

The same form gives the same bytes: document properties and the times inside the archive are fixed.
"""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.office_times import with_fixed_times
from sources.results import headings, layout
from sources.results.form import FigureLine, Form

_FIGURE_WIDTHS: Final = (5, 24, 40, 11, 12, 12, 10, 16, 30, 24)
_FIGURE_ENTRIES: Final = frozenset({5, 6, 8, 9, 10})
_TASK_WIDTHS: Final = (5, 24, 44, 24, 16, 16, 13, 18, 13, 30)
_TASK_ENTRIES: Final = frozenset({6, 7, 8, 9, 10})


def write(form: Form, path: Path) -> None:
    """Write the workbook of `form` to `path`, replacing what is there."""
    book = Workbook()
    info = book.active
    assert isinstance(info, Worksheet)  # noqa: S101 -- a new Workbook always has one; narrows the library's type
    info.title = headings.INFO_SHEET
    _write_info(info, form)
    _write_figures(book.create_sheet(headings.FIGURE_SHEET), form)
    _write_tasks(book.create_sheet(headings.TASK_SHEET), form)
    book.properties.creator = form.unit_name
    book.properties.title = f"{form.unit_name}: {form.period_name}"
    book.properties.created = datetime.combine(form.window_from, time())
    saved = BytesIO()
    book.save(saved)
    path.write_bytes(with_fixed_times(saved.getvalue(), datetime.combine(form.window_from, time())))


def _write_info(sheet: Worksheet, form: Form) -> None:
    """Sheet Thông tin: one key and its value a row."""
    row = layout.put_heading(sheet, form, "THÔNG TIN BÁO CÁO", "BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH", 2)
    worksheet.put_table_head(sheet, row, ("Nội dung", "Giá trị"), (34, 64))
    values: dict[str, worksheet.Content] = {
        "agency_key": form.agency_key,
        "agency_name": form.agency_name,
        "unit_key": form.unit_key,
        "unit_name": form.unit_name,
        "period_key": form.period_key,
        "period_name": form.period_name,
        "window_from": form.window_from,
        "window_to": form.window_to,
        "template_version": headings.FORM_VERSION,
        "report_number": form.report_number,
        "sent_date": form.sent_date,
        "prepared_by": form.prepared_by,
        "is_simulated": headings.YES if form.is_simulated else headings.NO,
    }
    to_fill = {"report_number", "sent_date", "prepared_by"}
    for row_no, (key, value) in enumerate(values.items(), start=row + 1):
        entries = frozenset({2}) if key in to_fill else frozenset[int]()
        worksheet.put_row(sheet, row_no, (headings.INFO_LABELS[key][0], value), entries)
        sheet.cell(row_no, 2).alignment = worksheet.LEFT
    layout.put_foot(sheet, row + len(values) + 2, form, 2)
    worksheet.set_page(sheet, landscape=False)


def _write_figures(sheet: Worksheet, form: Form) -> None:
    """Sheet Biểu 1: one indicator a row; the rate is a formula unless the unit reports nothing but a rate."""
    columns = [spellings[0] for spellings in headings.FIGURE_COLUMNS.values()]
    row = layout.put_heading(
        sheet, form, "PHỤ LỤC 1", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH", len(columns)
    )
    worksheet.put_table_head(sheet, row, columns, _FIGURE_WIDTHS)
    for number, line in enumerate(form.figures, start=1):
        contents = (
            number,
            line.indicator_code,
            line.indicator_name,
            line.unit_name,
            line.numerator,
            line.denominator,
            line.value,
            headings.FIGURE_STATES.get(line.state),
            line.explanation,
            line.evidence,
        )
        worksheet.put_row(sheet, row + number, contents, _FIGURE_ENTRIES)
        _put_rate(sheet, row + number, line)
    last = row + len(form.figures)
    worksheet.offer(sheet, f"H{row + 1}:H{max(last, row + 1)}", tuple(headings.FIGURE_STATES.values()))
    layout.put_foot(sheet, last + 2, form, len(columns))
    worksheet.set_page(sheet, landscape=True)


def _put_rate(sheet: Worksheet, row: int, line: FigureLine) -> None:
    """The rate in percent from the two counts of its row; empty where one is missing or the total is zero."""
    cell = sheet.cell(row, 7)
    if line.value is None and line.unit_name == "%":
        cell.value = f'=IF(AND(ISNUMBER(E{row}),ISNUMBER(F{row})),IF(F{row}>0,ROUND(E{row}/F{row}*100,2),""),"")'
    cell.number_format = "0.00"


def _write_tasks(sheet: Worksheet, form: Form) -> None:
    """Sheet Biểu 2: one task of a plan a row."""
    columns = [spellings[0] for spellings in headings.TASK_COLUMNS.values()]
    row = layout.put_heading(sheet, form, "PHỤ LỤC 2", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH", len(columns))
    worksheet.put_table_head(sheet, row, columns, _TASK_WIDTHS)
    for number, line in enumerate(form.tasks, start=1):
        contents = (
            number,
            f"{line.plan_key}/{line.task_no}",
            line.description,
            line.product,
            line.deadline_text,
            headings.TASK_STATES[line.state] if line.state else None,
            line.done_date,
            line.document_number,
            line.document_date,
            line.explanation,
        )
        worksheet.put_row(sheet, row + number, contents, _TASK_ENTRIES)
        for column in (7, 9):
            sheet.cell(row + number, column).number_format = "dd/mm/yyyy"
    last = row + len(form.tasks)
    worksheet.offer(sheet, f"F{row + 1}:F{max(last, row + 1)}", tuple(headings.TASK_STATES.values()))
    layout.put_foot(sheet, last + 2, form, len(columns))
    worksheet.set_page(sheet, landscape=True)
