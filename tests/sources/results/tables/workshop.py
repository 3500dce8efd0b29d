"""Flat tables for the tests: what is known, and what the reader of tables says of a file."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Rows, gather
from sources.results.accounts import ResultAccount
from sources.results.known import Indicator, Known, Unit, Window
from sources.results.rows import ROW_TYPES
from sources.results.tables.reader import read_table
from sources.spreadsheet import Book
from sources.vietnamese.organisations import unit_match_key
from tests.sources.received import receive

AGENCY = "so-y-te-minh-hoa"
OFFICE = f"{AGENCY}/van-phong-so"
HOSPITAL = f"{AGENCY}/benh-vien-da-khoa-tinh"
RATE, COUNT, WAITING = "dossier_on_time_rate", "dialogue_count", "waiting_minutes"

_UNITS = (
    Unit(AGENCY, f"{AGENCY}/so-y-te", "Sở Y tế tỉnh Minh Họa", "agency"),
    Unit(AGENCY, OFFICE, "Văn phòng Sở", "office"),
    Unit(AGENCY, HOSPITAL, "Bệnh viện đa khoa tỉnh", "hospital"),
)
_INDICATORS = (
    Indicator(RATE, "Tỷ lệ hồ sơ giải quyết đúng hạn", "percent", "ratio", "ratio_of_sums", "ratio_of_sums", ()),
    Indicator(COUNT, "Số cuộc đối thoại", "sessions", "count", "sum", "flow_sum", ()),
    Indicator(WAITING, "Thời gian chờ", "minutes", "ratio", "ratio_of_sums", "ratio_of_sums", ()),
)
KNOWN = Known(
    indicators={indicator.code: indicator for indicator in _INDICATORS},
    units={unit.unit_key: unit for unit in _UNITS},
    names={(unit.agency_key, unit_match_key(unit.name)): unit.unit_key for unit in _UNITS}
    | {(AGENCY, "vp sở"): OFFICE},
    windows={
        (None, window.period_key): window
        for window in (
            Window("2026-q1", "Quý I/2026", date(2025, 12, 15), date(2026, 3, 14), is_cumulative=True),
            Window("2026-h1", "6 tháng đầu năm 2026", date(2025, 12, 15), date(2026, 6, 14), is_cumulative=True),
            Window("2026-m07", "Tháng 7/2026", date(2026, 7, 1), date(2026, 7, 31), is_cumulative=False),
        )
    },
)

FIGURES_HEAD = "Đơn vị,Chỉ tiêu,Kỳ báo cáo,Tử số,Mẫu số,Giá trị"


def read_book(
    path: Path, name: str = "results/bang.csv", *, known: Known = KNOWN, beside: Mapping[str, str] | None = None
) -> Rows | None:
    """What the reader says of a file; None where it is no such table."""
    account = ResultAccount(receive(path, name))
    rows = read_table(Book(path), account, known, beside or {})
    return None if rows is None else gather(ROW_TYPES, [*rows, *account.close("read")])


def read_text(folder: Path, text: str | bytes, name: str = "results/bang.csv", **given: Any) -> Rows:
    """What the reader says of a table kept as text."""
    path = folder / "bang.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    rows = read_book(path, name, **given)
    assert rows is not None
    return rows


def read_sheet(folder: Path, write: Callable[[Worksheet], None], **given: Any) -> Rows:
    """What the reader says of a workbook with the one sheet that `write` fills in."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Số liệu"
    write(sheet)
    path = folder / "bang.xlsx"
    book.save(path)
    rows = read_book(path, "results/bang.xlsx", **given)
    assert rows is not None
    return rows


def fill(sheet: Worksheet, *rows: tuple[object, ...], first: int = 1) -> None:
    """Write rows of values from the first column on."""
    for number, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)


def figures(rows: Rows) -> dict[tuple[str, str, str], Any]:
    """Figure rows by the unit's own key, period and indicator."""
    found: Any = rows["results_figures"]
    return {(row.unit_key.partition("/")[2], row.period_key, row.indicator_code): row for row in found}


def column_of(rows: Rows, table: str, name: str) -> list[Any]:
    """One column of a table."""
    return [getattr(row, name) for row in rows[table]]
