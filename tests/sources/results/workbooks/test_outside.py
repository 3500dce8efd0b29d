"""Every cell that was filled in is read or told: sheets without a table, what stands below one, who signs."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sources.contract import Rows
from sources.results.headings import EVENT_COLUMNS, EVENT_KINDS, EVENT_SHEET, FIGURE_SHEET, GUIDE_SHEET
from tests.sources.received import kinds
from tests.sources.results.workbooks.test_figures import _read

_FIELDS = [spellings[0] for spellings in EVENT_COLUMNS.values()]


def _kinds(rows: Rows) -> list[str]:
    """What is said of the tables; what was left blank on Thông tin is told elsewhere."""
    return [kind for kind in kinds(rows, "results") if kind != "info_left_blank"]


def _events(book: Workbook, *subjects: str) -> None:
    sheet: Any = book[EVENT_SHEET]
    head = next(row for row in range(1, 30) if sheet.cell(row, 2).value == "Loại việc")
    for row, subject in enumerate(subjects, start=head + 1):
        sheet.cell(row, 2).value = EVENT_KINDS["reception"]
        sheet.cell(row, 4).value = f"Tiếp công dân {row}"
        sheet.cell(row, 5).value = subject


def _ignored(rows: Rows) -> int:
    return int(rows["results_files"][0].model_dump()["values_ignored"])


def test_a_sheet_as_it_is_issued_has_nothing_outside_its_tables(tmp_path: Path) -> None:
    assert _ignored(_read(tmp_path)) == 0


@pytest.mark.parametrize("subject", ["Thủ trưởng đơn vị", "Người lập biểu"])
def test_whom_a_line_is_about_is_no_signature(tmp_path: Path, subject: str) -> None:
    rows = _read(tmp_path, lambda book: _events(book, subject, "Ông A", "Ông B"))
    assert _kinds(rows) == []
    assert len(rows["results_events"]) == 3


def test_a_table_of_the_form_that_is_not_recognised_is_told_and_counted(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        _events(book, "Ông A")
        sheet: Any = book[EVENT_SHEET]
        for row in range(1, 30):
            if sheet.cell(row, 2).value == "Loại việc":
                sheet.cell(row, 2).value = "Phân loại"

    rows = _read(tmp_path, rename)
    assert _kinds(rows) == ["sheet_not_read"]
    assert _ignored(rows) == 3


def test_a_sheet_that_was_added_is_told_with_all_its_cells(tmp_path: Path) -> None:
    def add(book: Workbook) -> None:
        sheet: Any = book.create_sheet("Bổ sung")
        sheet.append(["Nội dung", "Số"])
        sheet.append(["Cuộc họp", 5])

    rows = _read(tmp_path, add)
    assert _kinds(rows) == ["sheet_not_read"]
    assert _ignored(rows) == 4


def test_a_second_table_of_words_below_the_first_is_told(tmp_path: Path) -> None:
    def append(book: Workbook) -> None:
        sheet: Any = book[FIGURE_SHEET]
        for column, heading in enumerate(_FIELDS[:4], start=1):
            sheet.cell(40, column).value = heading
        sheet.cell(41, 2).value, sheet.cell(41, 4).value = "Kiểm tra", "Kiểm tra kỷ luật"

    rows = _read(tmp_path, append)
    assert _kinds(rows) == ["cells_below_table"]
    assert _ignored(rows) == 6


def test_cells_in_columns_of_no_field_are_counted(tmp_path: Path) -> None:
    def beside(book: Workbook) -> None:
        book[FIGURE_SHEET].cell(12, 14).value = 7

    rows = _read(tmp_path, beside)
    assert _kinds(rows) == ["unknown_column"]
    assert _ignored(rows) == 1


def test_the_guide_may_have_any_name(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        book[GUIDE_SHEET].title = "Sheet9"

    assert _kinds(_read(tmp_path, rename)) == []
