"""A form as it is issued, for the tests: what is known is filled in, the rest is left to the unit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.headings import (
    EVENT_COLUMNS,
    EVENT_SHEET,
    FIGURE_COLUMNS,
    FIGURE_SHEET,
    INFO_LABELS,
    INFO_SHEET,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    OWN_TASK_COLUMNS,
    OWN_TASK_SHEET,
    TASK_COLUMNS,
    TASK_SHEET,
)
from sources.results.template.form import FigureLine, Form, TaskLine
from sources.results.template.workbook import write

SPELLINGS = {
    FIGURE_SHEET: FIGURE_COLUMNS,
    TASK_SHEET: TASK_COLUMNS,
    OWN_TASK_SHEET: OWN_TASK_COLUMNS,
    EVENT_SHEET: EVENT_COLUMNS,
    NARRATIVE_SHEET: NARRATIVE_COLUMNS,
}
_LONG = "Rà soát thủ tục hành chính nội bộ thuộc phạm vi quản lý, trình phương án cắt giảm thời gian giải quyết"

HALF_YEAR = Form(
    superior_name="Sở Y tế tỉnh Xa Lạ",
    agency_name="Sở Y tế tỉnh Xa Lạ",
    agency_key="so-y-te-xa-la",
    unit_name="Chi cục Dân số",
    unit_key="so-y-te-xa-la/chi-cuc-dan-so",
    period_key="2026-h1",
    period_name="6 tháng đầu năm 2026",
    window_from=date(2025, 12, 15),
    window_to=date(2026, 6, 14),
    previous_to=date(2026, 3, 14),
    due_date=date(2026, 6, 15),
    figures=(
        FigureLine("share", "Tỷ lệ hồ sơ đúng hạn", "%", previous=Decimal("40.0000"), definition="Mẫu số: số hồ sơ."),
        FigureLine("unknown_before", "Tỷ lệ văn bản đúng thể thức", "%"),
        FigureLine("stock", "Tỷ lệ thủ tục được công khai", "%", previous=Decimal(9), is_additive=False),
        FigureLine("minutes", "Thời gian chờ khám trung bình", "phút", previous=Decimal("70.5"), is_whole=False),
        FigureLine("count", "Số cuộc đối thoại", "cuộc", previous=Decimal(2), entry="figure"),
        FigureLine("score", "Chỉ số hài lòng", "%", entry="rate"),
    ),
    tasks=(
        TaskLine("xa_la_2026", "A001", _LONG, "Quyết định", "Quý III năm 2026", last_word="Quý I/2026: Đang thực hiện"),
        TaskLine("xa_la_2026", "A002", "Báo cáo chuyên đề"),
    ),
)
THIRD_QUARTER = replace(
    HALF_YEAR,
    period_key="2026-q3",
    period_name="Quý III năm 2026",
    window_from=date(2026, 6, 15),
    window_to=date(2026, 9, 14),
    previous_to=date(2026, 6, 14),
    is_cumulative=False,
)
FIRST_QUARTER = replace(
    HALF_YEAR,
    period_key="2026-q1",
    period_name="Quý I năm 2026",
    window_to=date(2026, 3, 14),
    previous_to=None,
    figures=tuple(replace(line, previous=None) for line in HALF_YEAR.figures),
)


def issue(folder: Path, form: Form = HALF_YEAR, name: str = "bieu.xlsx") -> Path:
    """The form as a workbook in `folder`."""
    path = folder / name
    write(form, path)
    return path


def opened(folder: Path, form: Form = HALF_YEAR) -> Workbook:
    """The form as a workbook, written and opened again."""
    return load_workbook(issue(folder, form))


def sheet_of(book: Workbook, name: str) -> Worksheet:
    """A sheet by its name."""
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def cell(book: Workbook, sheet_name: str, line: str | int, field: str) -> Any:
    """The cell of a field, in the line with this code, or of this number."""
    sheet = sheet_of(book, sheet_name)
    heading = SPELLINGS[sheet_name][field][0]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == heading)
    assert head.column is not None
    for row in range(head.row + 1, sheet.max_row + 1):
        if line == sheet.cell(row, 1).value or str(sheet.cell(row, 2).value).endswith(str(line)):
            return sheet.cell(row, head.column)
    raise LookupError(line)


def info(book: Workbook, field: str) -> Any:
    """The cell beside a label of Thông tin."""
    sheet = sheet_of(book, INFO_SHEET)
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == INFO_LABELS[field][0])
    return sheet.cell(row, 2)
