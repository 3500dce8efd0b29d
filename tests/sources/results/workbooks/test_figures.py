"""Biểu 1: the column that the window asks for, what was pasted beside it, indicators by name."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from sources.contract import Rows
from sources.results.headings import FIGURE_SHEET
from sources.results.known import Indicator, Known
from tests.sources.received import assert_balanced, kinds, receive
from tests.sources.results.workshop import by_code, cell_of, read_here, set_figure, spoil, write_form

_INDICATORS = (
    Indicator("on_time_rate", "Hồ sơ giải quyết đúng hạn", "percent", "ratio", "sum", "ratio_of_sums", ("all",)),
    Indicator("satisfaction_rate", "Người bệnh hài lòng", "percent", "index", "mean", "last_value", ("all",)),
    Indicator("dialogue_count", "Số cuộc đối thoại", "sessions", "count", "sum", "flow_sum", ("all",)),
    Indicator("complaint_rate", "Phản ánh được xử lý", "percent", "ratio", "sum", "ratio_of_sums", ("all",)),
    Indicator("one_stop_rate", "Hồ sơ qua một cửa", "percent", "ratio", "sum", "last_value", ("all",)),
)
_KNOWN = Known(indicators={indicator.code: indicator for indicator in _INDICATORS})


def _read(folder: Path, *changes: Any, known: Known = Known()) -> Rows:  # noqa: B008 -- frozen
    path = write_form(folder)
    for change in changes:
        spoil(path, change)
    rows = read_here([receive(path, "results/bao-cao.xlsx")], known)
    assert_balanced(rows, "results")
    return rows


def test_a_figure_in_the_other_column_alone_is_held_back(tmp_path: Path) -> None:
    rows = _read(
        tmp_path, set_figure("dialogue_count", "numerator", None), set_figure("dialogue_count", "in_window", 4)
    )
    assert kinds(rows, "results") == ["figure_in_wrong_column"]
    assert "dialogue_count" not in by_code(rows)
    assert rows["results_findings"][0].model_dump()["source_place"] == "Biểu 1 Số liệu!F14"


def test_values_pasted_over_the_formulas_are_left_out(tmp_path: Path) -> None:
    rows = _read(tmp_path, set_figure("on_time_rate", "in_window", 980), set_figure("on_time_rate", "value", 98))
    assert kinds(rows, "results") == []
    assert by_code(rows)["on_time_rate"].numerator == 980
    assert rows["results_files"][0].model_dump()["values_ignored"] == 2


def test_pasted_values_that_do_not_add_up_are_told(tmp_path: Path) -> None:
    rows = _read(tmp_path, set_figure("on_time_rate", "previous", 500), set_figure("on_time_rate", "in_window", 490))
    assert kinds(rows, "results") == ["window_differs_from_cumulative"]
    assert by_code(rows)["on_time_rate"].numerator == 980


def test_windows_of_a_state_at_a_day_are_not_added_up(tmp_path: Path) -> None:
    changes = [set_figure("one_stop_rate", column, value) for column, value in
               (("state", None), ("numerator", 8), ("denominator", 9), ("previous", 7), ("in_window", 8))]  # fmt: skip
    assert kinds(_read(tmp_path, *changes, known=_KNOWN), "results") == []
    assert kinds(_read(tmp_path, *changes), "results") == ["window_differs_from_cumulative"]


@pytest.mark.parametrize("code", [None, "on_time", "Mã 01"])
def test_an_indicator_without_its_code_is_known_by_its_exact_name(tmp_path: Path, code: str | None) -> None:
    rows = _read(tmp_path, set_figure("on_time_rate", "indicator_code", code), known=_KNOWN)
    assert kinds(rows, "results") == ["indicator_by_name"]
    assert by_code(rows)["on_time_rate"].numerator == 980


def test_a_code_beside_the_name_of_another_indicator_is_held_back(tmp_path: Path) -> None:
    rows = _read(tmp_path, set_figure("on_time_rate", "indicator_name", "Số cuộc đối thoại"), known=_KNOWN)
    assert kinds(rows, "results") == ["code_against_name"]


def test_a_code_of_no_catalogue_is_held_back(tmp_path: Path) -> None:
    changes = [
        set_figure("on_time_rate", "indicator_name", "Tỷ lệ lạ"),
        set_figure("on_time_rate", "indicator_code", "x"),
    ]
    rows = _read(tmp_path, *reversed(changes[:1]), *changes[1:], known=_KNOWN)
    assert kinds(rows, "results") == ["unknown_indicator_code"]


def test_the_catalogue_decides_what_may_have_decimals(tmp_path: Path) -> None:
    code = "dialogue_count"
    rows = _read(tmp_path, set_figure(code, "unit_name", "giờ"), set_figure(code, "numerator", 1.5), known=_KNOWN)
    assert kinds(rows, "results") == ["fractional_count"]


def test_a_share_above_a_hundred_is_held_back(tmp_path: Path) -> None:
    rows = _read(tmp_path, set_figure("complaint_rate", "state", None), set_figure("complaint_rate", "value", 965))
    assert kinds(rows, "results") == ["rate_above_hundred"]


def test_a_figure_merged_over_two_indicators_is_of_neither(tmp_path: Path) -> None:
    def merge(book: Workbook) -> None:
        first = cell_of(book, FIGURE_SHEET, "on_time_rate", "numerator")
        book[FIGURE_SHEET].merge_cells(start_row=first.row, end_row=first.row + 1, start_column=7, end_column=7)

    assert kinds(_read(tmp_path, merge), "results") == ["merged_figure"]


def test_a_head_over_two_rows_is_understood(tmp_path: Path) -> None:
    def split_head(book: Workbook) -> None:
        sheet = book[FIGURE_SHEET]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        for cell in sheet[11]:
            cell.value = None
        for letter in "EFG":
            sheet[f"{letter}11"].value = sheet[f"{letter}10"].value
            sheet[f"{letter}10"].value = None
        sheet["E10"].value = "Số liệu"
        sheet.merge_cells("E10:G10")
        for letter in "ABCDHIJKL":
            sheet.merge_cells(f"{letter}10:{letter}11")

    rows = _read(tmp_path, split_head)
    assert kinds(rows, "results") == []
    assert by_code(rows)["on_time_rate"].numerator == Decimal(980)


def test_a_legacy_font_is_read_as_it_is_meant(tmp_path: Path) -> None:
    def in_tcvn3(book: Workbook) -> None:
        cell = cell_of(book, FIGURE_SHEET, "on_time_rate", "explanation")
        cell.value = "TiÕn ®é ®¶m b¶o"
        cell.font = Font(name=".VnTime")

    rows = _read(tmp_path, in_tcvn3)
    assert kinds(rows, "results") == ["legacy_font"]
    assert by_code(rows)["on_time_rate"].explanation == "Tiến độ đảm bảo"


def test_a_mean_typed_where_its_sum_is_asked_for_is_asked_about(tmp_path: Path) -> None:
    waiting = Indicator(
        "on_time_rate", "Thời gian chờ khám", "minutes", "ratio", "ratio_of_sums", "ratio_of_sums", ("all",)
    )
    known = Known(indicators={waiting.code: waiting})
    mean = (set_figure("on_time_rate", "numerator", 25.5), set_figure("on_time_rate", "denominator", 100))
    assert "mean_for_sum" in kinds(_read(tmp_path, *mean, known=known), "results")
    total = (set_figure("on_time_rate", "numerator", 2550), set_figure("on_time_rate", "denominator", 100))
    (tmp_path / "sum").mkdir()
    assert "mean_for_sum" not in kinds(_read(tmp_path / "sum", *total, known=known), "results")
