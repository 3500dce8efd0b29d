"""A clerk's desk: the workbook as it was issued, and the hand that types into it. Knows no damage and no program."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from sources.office_times import with_fixed_times
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
from sources.results.known import Window
from sources.results.template.form import FigureLine, Form, TaskLine
from sources.results.template.workbook import write
from tests.sources.results.golden.register import AGENCY_KEY, AGENCY_NAME, unit_name, windows

Content = str | int | float | Decimal | date | bool | None

CHI_CUC: Final = "chi-cuc-an-toan-thuc-pham"
HOSPITAL: Final = "benh-vien-da-khoa-tinh"
# Nothing that is written carries the day on which it was made.
SAVED_AT: Final = datetime(2026, 3, 16, 8, 30)  # noqa: DTZ001 -- office files carry no zone

_OFFICE_LINES: Final = (
    FigureLine("dossier_on_time_rate", "Tỷ lệ hồ sơ TTHC giải quyết đúng hạn", "%"),
    FigureLine("online_dossier_rate", "Tỷ lệ hồ sơ TTHC trực tuyến", "%"),
    FigureLine("pakn_on_time_rate", "Tỷ lệ PAKN được xử lý dứt điểm đúng hạn", "%"),
    FigureLine("communication_products_count", "Số sản phẩm tuyên truyền CCHC", "sản phẩm", entry="figure"),
    FigureLine("staff_rotation_count", "Số lượt luân chuyển vị trí công tác", "lượt", entry="figure"),
    FigureLine(
        "agency_service_satisfaction_rate", "Mức độ hài lòng về sự phục vụ", "%", is_additive=False, entry="rate"
    ),
    FigureLine("staff_trained_rate", "Tỷ lệ CCVC được bồi dưỡng trong năm", "%", is_additive=False),
    FigureLine("public_investment_disbursement_rate", "Tỷ lệ giải ngân vốn đầu tư công", "%", is_additive=False),
)
_HOSPITAL_LINES: Final = (
    FigureLine("pakn_on_time_rate", "Tỷ lệ PAKN được xử lý dứt điểm đúng hạn", "%"),
    FigureLine("exam_waiting_time_minutes", "Thời gian chờ khám trung bình", "phút"),
    FigureLine(
        "public_health_satisfaction_rate",
        "Mức độ hài lòng đối với dịch vụ y tế công",
        "%",
        is_additive=False,
        entry="rate",
    ),
    FigureLine("staff_rotation_count", "Số lượt luân chuyển vị trí công tác", "lượt", entry="figure"),
)
_TASKS: Final = (
    TaskLine("minh_hoa_2026", "A001", "Ban hành kế hoạch CCHC của đơn vị", "Kế hoạch", "Tháng 02/2026"),
    TaskLine("minh_hoa_2026", "A002", "Rà soát quy trình nội bộ", "Báo cáo rà soát", "Quý II/2026"),
    TaskLine("minh_hoa_2026", "A003", "Tập huấn nghiệp vụ một cửa", "Lớp tập huấn", "Quý III/2026"),
)
_SHEETS: Final = {
    FIGURE_SHEET: FIGURE_COLUMNS,
    TASK_SHEET: TASK_COLUMNS,
    OWN_TASK_SHEET: OWN_TASK_COLUMNS,
    EVENT_SHEET: EVENT_COLUMNS,
    NARRATIVE_SHEET: NARRATIVE_COLUMNS,
}


class Desk:
    """An open workbook. Cells are found as people find them: by the line's code and the heading of the column."""

    def __init__(self, book: Workbook) -> None:
        self.book = book

    def sheet(self, title: str) -> Worksheet:
        """A sheet by its name."""
        sheet = self.book[title]
        assert isinstance(sheet, Worksheet)
        return sheet

    def head_row(self, title: str) -> int:
        """The row with the headings of a table: the first with three of them."""
        sheet, fields = self.sheet(title), _SHEETS[title]
        return next(
            row
            for row in range(1, sheet.max_row + 1)
            if sum(_column(sheet, row, fields[name]) > 0 for name in fields) > 2
        )

    def column(self, title: str, field: str) -> int:
        """The number of a column."""
        return _column(self.sheet(title), self.head_row(title), _SHEETS[title][field])

    def row(self, title: str, word: str) -> int:
        """The row of a table with a cell that ends with `word`."""
        sheet = self.sheet(title)
        return next(
            row
            for row in range(self.head_row(title) + 1, sheet.max_row + 1)
            if any(str(sheet.cell(row, column).value or "").endswith(word) for column in range(1, 5))
        )

    def cell(self, title: str, row: int, field: str) -> Cell:
        """A cell of a table by row number and column."""
        cell = self.sheet(title).cell(row, self.column(title, field))
        assert isinstance(cell, Cell)
        return cell

    def put(self, title: str, row: int, number_format: str | None = None, **contents: Content) -> None:
        """Type into a row. The cell keeps its number format unless one is given."""
        for field, content in contents.items():
            cell = self.cell(title, row, field)
            cell.value = content
            if isinstance(content, str) and content.startswith(("=", "#")):
                continue
            if isinstance(content, str):
                cell.data_type = "s"
            if number_format is not None:
                cell.number_format = number_format

    def figure(self, code: str, number_format: str | None = None, **contents: Content) -> None:
        """Type into the line of an indicator."""
        self.put(FIGURE_SHEET, self.row(FIGURE_SHEET, code), number_format, **contents)

    def task(self, number: str, number_format: str | None = None, **contents: Content) -> None:
        """Type into the line of a task."""
        self.put(TASK_SHEET, self.row(TASK_SHEET, f"/{number}"), number_format, **contents)

    def next_line(self, title: str, line: int, **contents: Content) -> None:
        """Type into the n-th line under the head of a table."""
        self.put(title, self.head_row(title) + line, **contents)

    def narrative(self, words: str, content: str) -> None:
        """Type the words of a section."""
        self.put(NARRATIVE_SHEET, self.row(NARRATIVE_SHEET, words), content=content)

    def info_cell(self, field: str) -> Cell:
        """The cell beside a label of Thông tin."""
        sheet = self.sheet(INFO_SHEET)
        row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == INFO_LABELS[field][0])
        cell = sheet.cell(row, 2)
        assert isinstance(cell, Cell)
        return cell

    def info(self, **contents: Content) -> None:
        """Type beside labels of Thông tin."""
        for field, content in contents.items():
            self.info_cell(field).value = content

    def unmerge(self, title: str) -> None:
        """Take all merged ranges of a sheet apart: the library does not move them along."""
        sheet = self.sheet(title)
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))

    def saved(self) -> bytes:
        """The workbook as bytes, with fixed times."""
        self.book.properties.created = SAVED_AT
        stream = BytesIO()
        self.book.save(stream)
        return with_fixed_times(stream.getvalue(), SAVED_AT)


def issue(period_key: str = "2026-q1", unit: str = CHI_CUC) -> Desk:
    """The workbook as it goes out, nothing filled in."""
    window = _window(period_key)
    form = Form(
        superior_name=AGENCY_NAME,
        agency_name=AGENCY_NAME,
        agency_key=AGENCY_KEY,
        unit_name=unit_name(unit),
        unit_key=f"{AGENCY_KEY}/{unit}",
        period_key=period_key,
        period_name=window.name,
        window_from=window.window_from,
        window_to=window.window_to,
        is_simulated=True,
        figures=_HOSPITAL_LINES if unit in (HOSPITAL, "trung-tam-y-te-hoa-an") else _OFFICE_LINES,
        tasks=_TASKS,
        is_cumulative=window.is_cumulative,
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "issued.xlsx"
        write(form, path)
        return reopen(path.read_bytes())


def filled(period_key: str = "2026-q1", unit: str = CHI_CUC) -> Desk:
    """A workbook with its four entries of Thông tin, two of Biểu 1 and four of Biểu 2, all sound: ten values."""
    desk = issue(period_key, unit)
    window = _window(period_key)
    desk.info(
        report_number="12/BC-CCATTP",
        sent_date=window.window_to + timedelta(days=2),
        prepared_by="Nguyễn Văn Mẫu",
        report_state="Chính thức, đã ký",
    )
    desk.figure("pakn_on_time_rate", denominator=25, **{typed_column(period_key): 24})
    desk.task(
        "A001",
        state="Hoàn thành",
        done_date=date(window.window_to.year, 2, 10),
        document_number="45/KH-CCATTP",
        document_date=date(window.window_to.year, 2, 9),
    )
    return desk


def typed_column(period_key: str) -> str:
    """The column of figures that a window asks for."""
    return "year_to_date" if _window(period_key).is_cumulative else "in_window"


def _window(period_key: str) -> Window:
    return next(window for window in windows() if window.period_key == period_key)


def reopen(content: bytes, *, results: bool = False) -> Desk:
    """A workbook from its bytes; results: of its formulas what they gave when it was saved."""
    return Desk(load_workbook(BytesIO(content), data_only=results))


def _column(sheet: Worksheet, row: int, spellings: Iterable[str]) -> int:
    """Column whose heading in `row` begins with one of the spellings; 0 if there is none."""
    values: list[Any] = [cell.value for cell in sheet[row]]
    for spelling in spellings:
        for number, value in enumerate(values, start=1):
            if isinstance(value, str) and value.startswith(spelling):
                return number
    return 0
