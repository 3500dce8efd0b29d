from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dashboards.theme import formats
from dashboards.theme.collation import collation_key, is_vietnamese


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1234.50"), "1.234,5"),
        (Decimal("92.3077"), "92,31"),
        (Decimal("2.005"), "2,01"),
        (Decimal("-0.5"), "−0,5"),
        (Decimal("100.0000"), "100"),
        (Decimal(0), "0"),
        (Decimal("0.0012"), "0,0012"),
        (12345678, "12.345.678"),
        (None, "—"),
    ],
)
def test_numbers_have_a_decimal_comma_and_dots_between_thousands(value: Decimal | int | None, text: str) -> None:
    assert formats.number(value) == text


def test_a_difference_says_its_sign_and_nothing_where_there_is_none() -> None:
    assert [formats.signed(Decimal(x)) for x in ("1.5", "-2", "0")] == ["+1,5", "−2", "0"]
    assert formats.signed(None) == "—"


def test_a_figure_and_its_unit_are_never_parted() -> None:
    assert formats.quantity(Decimal(96), "%") == "96\u00a0%"
    assert formats.quantity(Decimal(4), "") == "4"
    assert formats.quantity(None, "%") == "—"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("2026-01-05", "05/01/2026"),
        ("2021-03", "…/03/2021"),
        ("2026", "…/…/2026"),
        (None, "—"),
        ("không rõ", "không rõ"),
    ],
)
def test_a_date_that_the_document_leaves_open_stays_open(printed: str | None, text: str) -> None:
    assert formats.partial_day(printed) == text


def test_instants_are_shown_in_the_hour_of_viet_nam() -> None:
    assert formats.instant(datetime(2026, 9, 29, 18, 30, tzinfo=UTC)) == "01:30 30/09/2026"
    assert formats.instant(datetime(2026, 9, 29, 18, 30, tzinfo=UTC).replace(tzinfo=None)) == "01:30 30/09/2026"
    assert formats.instant(None) == "—"


def test_the_day_on_which_a_file_came_is_the_day_in_viet_nam() -> None:
    late = datetime(2026, 9, 30, 18, 0, tzinfo=UTC)
    assert formats.date_of(late) == formats.date_of(late.replace(tzinfo=None)) == date(2026, 10, 1)
    assert formats.instant_day(late) == "01/10/2026"
    assert formats.date_of(None) is None
    assert formats.day(date(2026, 9, 3)) == "03/09/2026"


def test_years_of_a_plan_may_have_no_end() -> None:
    assert [formats.years(*pair) for pair in ((2026, 2026), (2021, 2030), (2025, None), (None, None))] == [
        "2026",
        "2021–2030",
        "2025–",
        "—",
    ]


def test_names_are_sorted_by_the_vietnamese_alphabet_then_by_tone() -> None:
    names = ["Ưng", "Đà Nẵng", "Dương", "Zét", "Bá", "Bà", "Ba", "Ăn", "An", "Tổ 10", "Tổ 2", "Oanh", "Ông", "Ơn"]
    expected = ["An", "Ăn", "Ba", "Bà", "Bá", "Dương", "Đà Nẵng", "Oanh", "Ông", "Ơn", "Tổ 2", "Tổ 10", "Ưng", "Zét"]
    assert sorted(names, key=collation_key) == expected
    assert sorted(["b", None, "a"], key=collation_key) == [None, "a", "b"]


def test_a_number_of_any_length_in_a_name_is_compared_as_a_number() -> None:
    names = ["Tổ " + "9" * 5000, "Tổ 1" + "0" * 5000, "Tổ 007", "Tổ 8", "Tổ ٣"]
    assert sorted(names, key=collation_key) == [names[4], names[2], names[3], names[0], names[1]]


def test_vietnamese_is_told_by_its_letters() -> None:
    assert is_vietnamese("Đang chờ")
    assert not is_vietnamese("not surveyed")
    assert not is_vietnamese(None)
