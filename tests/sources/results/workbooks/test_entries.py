"""What a clerk types counts as typed: formulas of one's own, per cent signs of formats, thousands that shrank."""

from pathlib import Path

import pytest

from sources.contract import Rows
from sources.results.known import Indicator, Known
from sources.results.workbooks.amounts import HeldBackError, read_count, read_rate
from sources.results.workbooks.measures import measure_of
from sources.spreadsheet import Typed
from tests.sources.received import accounts, kinds
from tests.sources.results.workbooks.test_figures import _KNOWN, _read
from tests.sources.results.workshop import by_code, set_figure

_MONEY = Indicator("paid_rate", "Giải ngân", "percent", "ratio", "x", "last_value", ("all",), "số vốn đã giải ngân")
_SCORE = Indicator("satisfaction_rate", "Chỉ số hài lòng", "percent", "index", "none", "last_value", ("all",))


def _kinds(rows: Rows) -> list[str]:
    """What is said of the tables; what was left blank on Thông tin is told elsewhere."""
    return [kind for kind in kinds(rows, "results") if kind != "info_left_blank"]


@pytest.mark.parametrize(("number_format", "value"), [('0"%"', 96.5), ("0.0\\%", 96.5), ("0.0%", 0.965)])
def test_a_sign_that_the_format_only_prints_scales_nothing(tmp_path: Path, number_format: str, value: float) -> None:
    rows = _read(tmp_path, set_figure("satisfaction_rate", "value", value, number_format), known=_KNOWN)
    assert _kinds(rows) == []
    assert by_code(rows)["satisfaction_rate"].value * 10 == 965


def test_a_printed_sign_says_which_scale_is_meant_and_is_none_of_a_count(tmp_path: Path) -> None:
    cell = Typed("Biểu 1!E5", 0.5, "0,5", is_percent=False, bears_sign=True)
    assert read_rate(cell) * 2 == 1
    with pytest.raises(HeldBackError, match="tỷ lệ"):
        read_count(cell, "usual")


def test_a_clerks_own_sum_is_an_entry_where_the_form_computes(tmp_path: Path) -> None:
    rows = _read(tmp_path, set_figure("satisfaction_rate", "value", "=96+0.5"))
    assert _kinds(rows) == ["formula_without_value"]
    account = accounts(rows, "results")["results/bao-cao.xlsx"]
    assert account[3] == 1
    wrong = [set_figure("dialogue_count", "numerator", None), set_figure("dialogue_count", "in_window", "=3+4")]
    assert _kinds(_read(tmp_path, *wrong)) == ["figure_in_wrong_column"]


def test_the_forms_own_formula_is_none_even_where_lines_were_moved(tmp_path: Path) -> None:
    for formula in ('=IF(ISNUMBER(G99),G99/H99*100,"")', "=#REF!*100"):
        assert _kinds(_read(tmp_path, set_figure("blank_rate", "value", formula))) == []


@pytest.mark.parametrize("figures", [(1.2, 1.25), ("1,200", "1,250"), ("1,000", "2,000")])
def test_shares_of_whole_things_have_no_fractions(tmp_path: Path, figures: tuple[object, object]) -> None:
    changes = [set_figure("on_time_rate", name, value)
               for name, value in zip(("numerator", "denominator"), figures, strict=True)]  # fmt: skip
    rows = _read(tmp_path, *changes, known=_KNOWN)
    assert set(_kinds(rows)) == {"fractional_count"}
    assert "on_time_rate" not in by_code(rows)


def test_shares_of_money_may_have_fractions_but_no_thousandths() -> None:
    decimals = measure_of(_MONEY, "%").decimals
    assert read_count(Typed("a!A1", 12.5, "12,5", is_percent=False), decimals) * 2 == 25
    with pytest.raises(HeldBackError):
        read_count(Typed("a!A1", "1,200", "1,200", is_percent=False), decimals)


@pytest.mark.parametrize("value", [0.96, 96.5])
def test_a_score_typed_where_counts_belong_is_held_back(tmp_path: Path, value: float) -> None:
    changes = set_figure("satisfaction_rate", "value", None), set_figure("satisfaction_rate", "numerator", value)
    rows = _read(tmp_path, *changes, known=Known({_SCORE.code: _SCORE}))
    assert "figure_in_wrong_column" in _kinds(rows)
    assert "satisfaction_rate" not in by_code(rows)
