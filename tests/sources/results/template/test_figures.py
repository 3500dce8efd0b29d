"""Biểu 1 as it is issued: which cells are typed, which are computed, what is refused, what is explained."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from sources.results.headings import FIGURE_SHEET
from sources.results.template.form import FigureLine, Form
from tests.sources.results.template.issued import (
    FIRST_QUARTER,
    HALF_YEAR,
    THIRD_QUARTER,
    cell,
    opened,
    sheet_of,
)

NUMBERS = ("previous", "in_window", "year_to_date", "denominator", "value")


def _open_fields(book: Workbook, code: str) -> list[str]:
    return [field for field in NUMBERS if not cell(book, FIGURE_SHEET, code, field).protection.locked]


@pytest.mark.parametrize(
    ("form", "typed", "computed"),
    [(HALF_YEAR, "year_to_date", "in_window"), (THIRD_QUARTER, "in_window", "year_to_date")],
)
def test_one_column_is_typed_by_the_window_and_the_other_is_a_formula(
    tmp_path: Path, form: Form, typed: str, computed: str
) -> None:
    book = opened(tmp_path, form)
    assert cell(book, FIGURE_SHEET, "share", typed).value is None
    assert cell(book, FIGURE_SHEET, "share", computed).data_type == "f"
    assert _open_fields(book, "share") == [typed, "denominator"]
    assert _open_fields(book, "count") == [typed]
    assert _open_fields(book, "score") == ["value"]


def test_a_line_over_the_table_says_which_column_is_typed(tmp_path: Path) -> None:
    advice = [
        next(
            str(row[0])
            for row in sheet_of(opened(tmp_path, form), FIGURE_SHEET).iter_rows(values_only=True)
            if str(row[0]).startswith("Nhập")
        )
        for form in (HALF_YEAR, THIRD_QUARTER)
    ]
    assert advice[0].startswith(
        "Nhập cột “Lũy kế từ đầu năm” và cột “Mẫu số”: số liệu từ ngày 15/12/2025 đến hết ngày 14/06/2026."
    )
    assert advice[1].startswith(
        "Nhập cột “Trong kỳ” và cột “Mẫu số”: số liệu từ ngày 15/06/2026 đến hết ngày 14/09/2026."
    )


def test_column_numbers_under_the_head_say_what_is_computed_from_what(tmp_path: Path) -> None:
    found = {}
    for form in (FIRST_QUARTER, HALF_YEAR, THIRD_QUARTER):
        rows = sheet_of(opened(tmp_path, form), FIGURE_SHEET).iter_rows(values_only=True)
        found[form.period_key] = next(row for row in rows if row[0] == "A")[4:9]
    assert found == {
        "2026-q1": ("1", "2 = 3", "3", "4", "5 = 3 : 4"),
        "2026-h1": ("1", "2 = 3 - 1", "3", "4", "5 = 3 : 4"),
        "2026-q3": ("1", "2", "3 = 1 + 2", "4", "5 = 2 : 4"),
    }


def test_the_year_before_the_window_is_printed_and_closed(tmp_path: Path) -> None:
    book = opened(tmp_path)
    known = cell(book, FIGURE_SHEET, "share", "previous")
    assert (known.value, known.protection.locked) == (40, True)
    assert cell(book, FIGURE_SHEET, "minutes", "previous").value == 70.5
    assert cell(book, FIGURE_SHEET, "unknown_before", "previous").value is None


def test_what_does_not_add_up_over_the_year_has_no_second_reading(tmp_path: Path) -> None:
    assert cell(opened(tmp_path), FIGURE_SHEET, "stock", "in_window").value is None


def test_figures_of_a_report_stand_in_the_column_that_is_typed(tmp_path: Path) -> None:
    line = FigureLine("share", "Tỷ lệ", "%", Decimal(980), Decimal("1000"))
    for form, field in ((HALF_YEAR, "year_to_date"), (THIRD_QUARTER, "in_window")):
        book = opened(tmp_path, replace(form, figures=(line,)))
        assert cell(book, FIGURE_SHEET, "share", field).value == 980
        assert cell(book, FIGURE_SHEET, "share", "denominator").value == 1000


def test_a_rate_that_was_typed_stands_in_place_of_the_formula(tmp_path: Path) -> None:
    line = FigureLine("share", "Tỷ lệ", "%", value=Decimal("96.5"))
    book = opened(tmp_path, replace(HALF_YEAR, figures=(line,)))
    assert cell(book, FIGURE_SHEET, "share", "value").value == 96.5


def _rule(book: Workbook, code: str, field: str) -> tuple[str, str]:
    place = cell(book, FIGURE_SHEET, code, field).coordinate
    rules = sheet_of(book, FIGURE_SHEET).data_validations.dataValidation
    rule = next(rule for rule in rules if rule.type == "custom" and place in rule.sqref)
    assert rule.showErrorMessage
    assert len(str(rule.error)) <= 255
    assert len(str(rule.errorTitle)) <= 32
    return str(rule.formula1), str(rule.error)


def test_a_part_above_its_whole_is_refused_with_a_reason(tmp_path: Path) -> None:
    formula, error = _rule(opened(tmp_path), "share", "year_to_date")
    assert "G11<=H11" in formula
    assert "G11>=0" in formula
    assert "G11=INT(G11)" in formula
    assert error.startswith("Chỉ nhập số nguyên, không âm, không lớn hơn mẫu số (cột H).")


def test_what_comes_in_fractions_may_be_typed_with_decimals(tmp_path: Path) -> None:
    formula, _ = _rule(opened(tmp_path), "minutes", "year_to_date")
    assert "INT(" not in formula
    assert "<=" not in formula


def test_a_rate_is_refused_where_it_would_not_be_understood(tmp_path: Path) -> None:
    formula, error = _rule(opened(tmp_path), "score", "value")
    assert formula == "AND(ISNUMBER(I16),OR(I16=0,I16>1),I16<=100)"
    assert "không nhập 0,965" in error


def test_states_are_offered_in_a_drop_down_on_every_line(tmp_path: Path) -> None:
    book = opened(tmp_path)
    offer = next(rule for rule in sheet_of(book, FIGURE_SHEET).data_validations.dataValidation if rule.type == "list")
    assert offer.formula1 == '"Không phát sinh,Không áp dụng"'
    for line in HALF_YEAR.figures:
        assert cell(book, FIGURE_SHEET, line.indicator_code, "state").coordinate in offer.sqref


def test_the_definition_is_a_note_on_the_name(tmp_path: Path) -> None:
    book = opened(tmp_path)
    assert cell(book, FIGURE_SHEET, "share", "indicator_name").comment.text == "Mẫu số: số hồ sơ."
    assert cell(book, FIGURE_SHEET, "count", "indicator_name").comment is None


def test_codes_for_the_machine_are_hidden_and_cells_to_type_into_are_tinted(tmp_path: Path) -> None:
    book = opened(tmp_path)
    assert sheet_of(book, FIGURE_SHEET).column_dimensions["B"].hidden
    typed, closed = (cell(book, FIGURE_SHEET, "share", field).fill.fgColor.rgb for field in ("year_to_date", "value"))
    assert typed != closed
