"""Golden workbooks for the tests: written by the writer, then spoiled cell by cell."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Rows, SourceFile
from sources.results.headings import (
    EVENT_COLUMNS,
    EVENT_SHEET,
    FIGURE_COLUMNS,
    FIGURE_SHEET,
    INFO_SHEET,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    OWN_TASK_COLUMNS,
    OWN_TASK_SHEET,
    TASK_COLUMNS,
    TASK_SHEET,
)
from sources.results.known import Known
from sources.results.reader import read_by, read_one
from sources.results.template.form import FigureLine, Form, TaskLine
from sources.results.template.workbook import write
from tests.sources.received import receive

SPELLINGS = {
    FIGURE_SHEET: FIGURE_COLUMNS,
    TASK_SHEET: TASK_COLUMNS,
    OWN_TASK_SHEET: OWN_TASK_COLUMNS,
    EVENT_SHEET: EVENT_COLUMNS,
    NARRATIVE_SHEET: NARRATIVE_COLUMNS,
}
UNIT_KEY = "so-y-te-minh-hoa/benh-vien-da-khoa-tinh"
FORM = Form(
    superior_name="Sở Y tế tỉnh Minh Họa",
    agency_name="Sở Y tế tỉnh Minh Họa",
    agency_key="so-y-te-minh-hoa",
    unit_name="Bệnh viện đa khoa tỉnh",
    unit_key=UNIT_KEY,
    period_key="2026-q1",
    period_name="Quý I năm 2026",
    window_from=date(2025, 12, 15),
    window_to=date(2026, 3, 14),
    report_number="12/BC-BVĐK",
    sent_date=date(2026, 3, 14),
    prepared_by="Nguyễn Văn A",
    report_state="signed",
    head_name="Trần Thị B",
    is_simulated=True,
    figures=(
        FigureLine("on_time_rate", "Hồ sơ giải quyết đúng hạn", "%", Decimal(980), Decimal(1000)),
        FigureLine("satisfaction_rate", "Người bệnh hài lòng", "%", value=Decimal("96.5")),
        FigureLine("dialogue_count", "Số cuộc đối thoại", "cuộc", Decimal(0)),
        FigureLine("complaint_rate", "Phản ánh được xử lý", "%", state="nothing_arose"),
        FigureLine("one_stop_rate", "Hồ sơ qua một cửa", "%", state="not_applicable"),
        FigureLine("blank_rate", "Chỉ tiêu để trống", "%"),
    ),
    tasks=(
        TaskLine("minh_hoa_2026", "A001", "Ban hành kế hoạch", state="done", done_date=date(2026, 2, 1)),
        TaskLine("minh_hoa_2026", "A002", "Rà soát thủ tục", state="in_progress", explanation="- Chờ hướng dẫn"),
        TaskLine("minh_hoa_2026", "A003", "Nhiệm vụ để trống"),
    ),
)


def write_form(folder: Path, form: Form = FORM, name: str = "bao-cao.xlsx") -> Path:
    """The form as a workbook in `folder`."""
    path = folder / name
    write(form, path)
    return path


def spoil(path: Path, change: Callable[[Workbook], None]) -> None:
    """Open a workbook, change it, save it in place."""
    book = load_workbook(path)
    change(book)
    book.save(path)


def cell_of(book: Workbook, sheet_name: str, code: str, column: str) -> Any:
    """The cell of the line that has `code` in one of its first columns, under the heading of the field `column`.

    The figure of the window stands in the column that is typed: that of the year so far, since FORM is of quarter I.
    """
    sheet = book[sheet_name]
    assert isinstance(sheet, Worksheet)
    heading = SPELLINGS[sheet_name]["year_to_date" if column == "numerator" else column][0]
    number = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == heading)
    row = next(cell.row for column in sheet.iter_cols(1, 3) for cell in column if str(cell.value).endswith(code))
    return sheet.cell(row, number)


def set_figure(code: str, column: str, value: object, number_format: str | None = None) -> Callable[[Workbook], None]:
    """A change that types `value` into a cell of Biểu 1."""
    return _setter(FIGURE_SHEET, code, column, value, number_format)


def set_task(code: str, column: str, value: object, number_format: str | None = None) -> Callable[[Workbook], None]:
    """A change that types `value` into a cell of Biểu 2."""
    return _setter(TASK_SHEET, code, column, value, number_format)


def set_info(label: str, value: object) -> Callable[[Workbook], None]:
    """A change that types `value` beside a label of Thông tin."""

    def change(book: Workbook) -> None:
        sheet = book[INFO_SHEET]
        row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)
        sheet.cell(row, 2).value = value

    return change


def read_spoiled(folder: Path, *changes: Callable[[Workbook], None], form: Form = FORM) -> Rows:
    """What the reader says of the golden workbook after `changes`."""
    path = write_form(folder, form)
    for change in changes:
        spoil(path, change)
    return read_here([receive(path, "results/bao-cao.xlsx")])


def read_here(files: Sequence[SourceFile], known: Known = Known()) -> Rows:  # noqa: B008 -- frozen
    """What the reader says, read in this process: children cost a tenth of a second."""
    return read_by(lambda jobs: [read_one(job) for job in jobs], files, known)


def by_code(rows: Rows) -> dict[str, Any]:
    """Figure rows by indicator."""
    figures: Any = rows["results_figures"]
    return {row.indicator_code: row for row in figures}


def _setter(sheet: str, code: str, column: str, value: object, number_format: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = cell_of(book, sheet, code, column)
        cell.value = value
        cell.number_format = number_format or "General"

    return change
