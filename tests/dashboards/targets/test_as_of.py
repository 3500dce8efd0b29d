"""The line below a table of targets says of which period its results are, and how far they are of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboards.pages.book import Book
from dashboards.pages.targets.cells import as_of_period, common_period

NINE: dict[str, Any] = {
    "actual": Decimal(90),
    "period_name": "9 tháng đầu năm 2026",
    "window_to": date(2026, 9, 14),
    "units_carried": 0,
}
YEAR = NINE | {"period_name": "Năm 2025", "window_to": date(2025, 12, 14)}
SILENT = YEAR | {"actual": None, "period_name": "Năm 2024"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([NINE, NINE], "Kết quả 9 tháng đầu năm 2026 (số liệu chốt ngày 14/09/2026)."),
        (
            [NINE, NINE | {"units_carried": 22}],
            "Kết quả 9 tháng đầu năm 2026 (số liệu chốt ngày 14/09/2026; đơn vị chưa có số kỳ này lấy số kỳ trước).",
        ),
        ([NINE, NINE, YEAR], "Kết quả 9 tháng đầu năm 2026 (số liệu chốt ngày 14/09/2026), trừ dòng ghi kỳ khác."),
        ([NINE, SILENT], "Kết quả 9 tháng đầu năm 2026 (số liệu chốt ngày 14/09/2026)."),
        ([NINE, NINE | {"window_to": date(2026, 9, 30)}], "Kết quả 9 tháng đầu năm 2026."),
        ([NINE | {"window_to": None}, NINE | {"window_to": None}], "Kết quả 9 tháng đầu năm 2026."),
        (
            [NINE, NINE, YEAR | {"units_carried": 1}],
            "Kết quả 9 tháng đầu năm 2026 (số liệu chốt ngày 14/09/2026), trừ dòng ghi kỳ khác.",
        ),
        ([SILENT], ""),
    ],
)
def test_each_part_is_said_only_where_it_is_so(book: Book, rows: list[dict[str, Any]], said: str) -> None:
    assert as_of_period(book, rows) == said


def test_the_period_is_that_of_most_results() -> None:
    assert common_period([YEAR, NINE, NINE, SILENT, SILENT, SILENT]) == NINE["period_name"]
