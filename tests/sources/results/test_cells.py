"""Cells of Biểu 1 and Biểu 2: read, or held back with the reason."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.results.template.form import FigureLine
from sources.results.workbooks.amounts import HeldBackError, read_count, read_rate
from sources.spreadsheet import Typed
from tests.sources.received import assert_balanced, kinds, receive
from tests.sources.results.workshop import (
    FORM,
    by_code,
    read_here,
    read_spoiled,
    set_figure,
    set_task,
    spoil,
    write_form,
)


def _typed(value: object, *, is_percent: bool = False) -> Typed:
    text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    return Typed("Biểu 1!E5", value, text, is_percent)


@pytest.mark.parametrize(
    ("value", "number_format", "rate"),
    [
        (96.5, "0.0", "96.5"),
        (0.965, "0.0%", "96.5"),
        (1, "0%", "100"),
        ("96,5", None, "96.5"),
        ("96,5%", None, "96.5"),
        ("0,5%", None, "0.5"),
        (0, "0.0", "0"),
        (" 88 ", None, "88"),
    ],
)
def test_a_rate_is_read_by_its_format_and_its_writing(
    tmp_path: Path, value: object, number_format: str | None, rate: str
) -> None:
    rows = read_spoiled(tmp_path, set_figure("satisfaction_rate", "value", value, number_format))
    assert kinds(rows, "results") == []
    assert by_code(rows)["satisfaction_rate"].value == Decimal(rate)


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("value", 0.96, "percent_scale_unclear"),
        ("value", 1, "percent_scale_unclear"),
        ("value", "0,96", "percent_scale_unclear"),
        ("value", "1.234", "ambiguous_number"),
        ("value", "khoảng 96", "not_a_number"),
        ("value", "96.5", "decimal_point"),
        ("numerator", "#DIV/0!", "cell_error"),
        ("numerator", "=A1*2", "formula_without_value"),
        ("numerator", -3, "negative_count"),
        ("numerator", "-3", "negative_count"),
        ("numerator", True, "not_a_number"),
        ("numerator", "12 hồ sơ", "not_a_number"),
        ("numerator", "98%", "percent_in_count"),
        ("numerator", 1e15, "out_of_range"),
        ("numerator", 10**11, "out_of_range"),
        ("numerator", "9" * 400, "out_of_range"),
        ("denominator", 99_999_999_999.99999, "out_of_range"),
        ("numerator", "٩٨٠", "not_a_number"),
        ("numerator", 1.234, "fractional_count"),
        ("numerator", 1001, "part_exceeds_whole"),
        ("state", "Không biết", "unknown_figure_state"),
        ("state", "Không phát sinh", "state_contradicts_figures"),
        ("explanation", "#REF!", "cell_error"),
    ],
)
def test_what_would_have_to_be_guessed_is_held_back_with_its_line(
    tmp_path: Path, column: str, value: object, kind: str
) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", column, value))
    assert kinds(rows, "results") == [kind]
    assert "on_time_rate" not in by_code(rows)
    assert len(by_code(rows)) == 4
    held: Any = rows["results_quarantine"]
    assert {row.indicator_code for row in held} == {"on_time_rate"}
    assert kind in {row.rule for row in held}
    assert rows["results_files"][0].model_dump()["values_quarantined"] == len(held)
    assert_balanced(rows, "results")


def test_a_finding_names_file_sheet_cell_and_what_to_do(tmp_path: Path) -> None:
    (finding,) = read_spoiled(tmp_path, set_figure("on_time_rate", "numerator", "98%"))["results_findings"]
    said = finding.model_dump()
    assert "results/bao-cao.xlsx" in said["message"]
    assert "Biểu 1 Số liệu!G12" in said["message"]
    assert said["value"] == "98%"
    assert said["remedy"]


def test_a_percent_format_on_a_count_is_held_back(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "numerator", 0.98, "0%"))
    assert kinds(rows, "results") == ["percent_in_count"]


def test_a_day_in_a_count_is_held_back(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "numerator", date(2026, 1, 2), "dd/mm/yyyy"))
    assert kinds(rows, "results") == ["not_a_number"]


@pytest.mark.parametrize(("text", "count"), [("1.234", 1234), ("1.234.567", 1234567), ("12", 12)])
def test_a_dot_in_whole_counts_stands_before_thousands(tmp_path: Path, text: str, count: int) -> None:
    rows = read_spoiled(tmp_path, set_figure("dialogue_count", "numerator", text))
    assert by_code(rows)["dialogue_count"].numerator == count


@pytest.mark.parametrize("value", [1.5, "1,5", 1.234])
def test_half_a_dossier_is_held_back(tmp_path: Path, value: object) -> None:
    rows = read_spoiled(tmp_path, set_figure("dialogue_count", "numerator", value))
    assert kinds(rows, "results") == ["fractional_count"]


def test_shares_of_money_may_have_decimals(tmp_path: Path) -> None:
    code = "on_time_rate"
    paid = set_figure(code, "indicator_name", "Tỷ lệ giải ngân vốn")
    rows = read_spoiled(tmp_path, set_figure(code, "numerator", 12.5), paid)
    assert by_code(rows)["on_time_rate"].numerator == Decimal("12.5")


def test_a_dot_in_a_measured_figure_is_not_guessed(tmp_path: Path) -> None:
    form = replace(FORM, figures=(FigureLine("waiting_time", "Thời gian chờ", "giờ", Decimal(1)),))
    rows = read_spoiled(tmp_path, set_figure("waiting_time", "numerator", "1.234"), form=form)
    assert kinds(rows, "results") == ["ambiguous_number"]


def test_a_clerks_own_formula_for_the_rate_is_asked_about_where_it_was_never_calculated(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "value", "=5"))
    assert kinds(rows, "results") == ["formula_without_value"]
    assert "on_time_rate" not in by_code(rows)


def test_a_rate_typed_over_its_formula_gives_way_to_the_counts(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "value", 98))
    assert kinds(rows, "results") == []
    assert by_code(rows)["on_time_rate"].value is None
    assert rows["results_files"][0].model_dump()["values_ignored"] == 1


def test_a_typed_rate_that_its_counts_deny_is_told(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "value", 89))
    assert kinds(rows, "results") == ["rate_differs_from_counts"]
    assert by_code(rows)["on_time_rate"].numerator == 980


@pytest.mark.parametrize("column", ["numerator", "denominator"])
def test_one_count_of_two_is_loaded_and_told(tmp_path: Path, column: str) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", column, None))
    assert kinds(rows, "results") == ["incomplete_counts"]
    assert getattr(by_code(rows)["on_time_rate"], column) is None


def test_zero_of_zero_is_nothing_arose(tmp_path: Path) -> None:
    rows = read_spoiled(
        tmp_path, set_figure("on_time_rate", "numerator", 0), set_figure("on_time_rate", "denominator", 0)
    )
    row = by_code(rows)["on_time_rate"]
    assert (row.state, row.numerator, row.denominator) == ("nothing_arose", 0, 0)


def test_a_state_word_typed_in_place_of_a_figure_is_understood(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("dialogue_count", "numerator", "không phát sinh"))
    assert by_code(rows)["dialogue_count"].state == "nothing_arose"


def test_zeros_beside_not_applicable_are_left_out(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("one_stop_rate", "numerator", 0))
    row = by_code(rows)["one_stop_rate"]
    assert (row.state, row.numerator) == ("not_applicable", None)
    assert_balanced(rows, "results")


def test_a_remark_without_a_figure_is_told_and_is_no_figure(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("blank_rate", "explanation", "Chưa có số liệu"))
    assert kinds(rows, "results") == ["figure_missing"]
    assert "blank_rate" not in by_code(rows)
    assert_balanced(rows, "results")


def test_a_line_without_a_code_is_held_back(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("on_time_rate", "indicator_code", None))
    assert kinds(rows, "results") == ["missing_indicator_code"]


def test_an_indicator_reported_twice_differently_keeps_the_first(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("dialogue_count", "indicator_code", "on_time_rate"))
    assert kinds(rows, "results") == ["duplicate_indicator"]
    assert by_code(rows)["on_time_rate"].numerator == 980


def test_tasks_keep_their_state_day_and_words(tmp_path: Path) -> None:
    done, running = (row.model_dump() for row in read_spoiled(tmp_path)["results_tasks"])
    assert (done["plan_key"], done["task_no"], done["state"]) == ("minh_hoa_2026", "A001", "done")
    assert done["done_date"] == date(2026, 2, 1)
    assert (running["state"], running["explanation"]) == ("in_progress", "- Chờ hướng dẫn")


@pytest.mark.parametrize("value", ["01/02/2026", "1-2-2026", date(2026, 2, 1)])
def test_days_are_read_day_first(tmp_path: Path, value: object) -> None:
    rows = read_spoiled(tmp_path, set_task("A001", "done_date", value, "dd/mm/yyyy"))
    assert rows["results_tasks"][0].model_dump()["done_date"] == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("done_date", "2026-02-31", "not_a_date"),
        ("done_date", "13/31/2026", "not_a_date"),
        ("done_date", 46054, "not_a_date"),
        ("done_date", "01/02/1926", "not_a_date"),
        ("state", "Gần xong", "unknown_task_state"),
        ("state", None, "missing_task_state"),
        ("task_key", "A001", "unknown_task_key"),
        ("task_key", "minh_hoa_2026/A٠٠١", "unknown_task_key"),
        ("task_key", None, "missing_task_key"),
        ("task_key", "minh_hoa_2026/A002", "duplicate_task"),
    ],
)
def test_a_task_line_that_cannot_be_read_is_held_back(tmp_path: Path, column: str, value: object, kind: str) -> None:
    rows = read_spoiled(tmp_path, set_task("A001", column, value))
    assert kinds(rows, "results") == [kind]
    assert len(rows["results_tasks"]) == 1
    assert_balanced(rows, "results")


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("done_date", None, "done_without_date"),
        ("state", "Đang thực hiện", "date_without_done"),
        ("done_date", "01/12/2026", "date_after_receipt"),
    ],
)
def test_a_doubtful_task_line_is_loaded_with_a_warning(tmp_path: Path, column: str, value: object, kind: str) -> None:
    rows = read_spoiled(tmp_path, set_task("A001", column, value))
    assert kinds(rows, "results") == [kind]
    assert len(rows["results_tasks"]) == 2


@given(st.decimals(min_value=0, max_value=10**10, places=4))
def test_a_count_typed_as_a_number_comes_back_to_the_fourth_decimal(number: Decimal) -> None:
    assert read_count(_typed(float(number)), "usual") == number


@given(st.decimals(min_value=0, max_value=1, places=4).filter(lambda number: number > 0))
def test_a_rate_up_to_one_without_a_percent_format_is_never_guessed(number: Decimal) -> None:
    with pytest.raises(HeldBackError):
        read_rate(_typed(float(number)))
    assert read_rate(_typed(float(number), is_percent=True)) == number * 100


def test_a_whole_number_of_four_hundred_digits_is_held_back(tmp_path: Path) -> None:
    path = write_form(tmp_path)
    spoil(path, set_figure("dialogue_count", "numerator", 424242))
    with ZipFile(path) as plain, ZipFile(tmp_path / "b.xlsx", "w") as changed:
        for name in plain.namelist():
            changed.writestr(name, plain.read(name).replace(b"<v>424242</v>", b"<v>" + b"9" * 400 + b"</v>"))
    rows = read_here([receive(tmp_path / "b.xlsx", "results/b.xlsx")])
    assert kinds(rows, "results") == ["out_of_range"]
    assert "dialogue_count" not in by_code(rows)


def test_a_rate_is_held_back_where_it_is_too_large_as_a_percentage(tmp_path: Path) -> None:
    rows = read_spoiled(tmp_path, set_figure("satisfaction_rate", "value", 10**10, "0%"))
    assert kinds(rows, "results") == ["out_of_range"]
    assert_balanced(rows, "results")


@given(st.one_of(st.integers(), st.floats(), st.decimals(), st.integers(min_value=10**308)), st.booleans())
def test_whatever_number_a_cell_holds_is_storable_or_held_back(number: int | float | Decimal, is_percent: bool) -> None:
    try:
        rate = read_rate(_typed(number, is_percent=is_percent))
    except HeldBackError:
        return
    assert abs(rate) < 10**11
    assert rate == rate.quantize(Decimal("0.0001"))
