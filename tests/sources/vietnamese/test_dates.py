"""Dates and windows of time in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.vietnamese.dates import read_partial_date
from sources.vietnamese.windows import read_window


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_words_and_in_figures(day: date) -> None:
    assert read_partial_date(f"ngày {day.day:02d} tháng {day.month} năm {day.year}") == day.isoformat()
    assert read_partial_date(f"{day.day}/{day.month}/{day.year}") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày     tháng 01 năm 2024", "2024-01"),
        ("ngày … tháng … năm 2022", "2022"),
        ("ngày tháng năm 2022", "2022"),
        ("ngày 31 tháng 4 năm 2022", None),
        ("tháng 13 năm 2022", None),
        ("không ghi ngày", None),
    ],
)
def test_blanks_stay_blank_and_impossible_days_are_no_days(text: str, expected: str | None) -> None:
    assert read_partial_date(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "first", "last", "strict"),
    [
        ("Trước ngày 15/02/2023", "before_date", None, date(2023, 2, 15), True),
        ("Trước 30/6", "before_date", None, date(2025, 6, 30), True),
        ("Ngày 20 tháng 11 năm 2024", "before_date", None, date(2024, 11, 20), False),
        ("Trước tháng 9/2024", "before_date", None, date(2024, 9, 1), True),
        ("Quý I/2024", "in_quarter", date(2024, 1, 1), date(2024, 3, 31), False),
        ("Trong quý IV năm 2024", "in_quarter", date(2024, 10, 1), date(2024, 12, 31), False),
        ("Quý II, III/2020", "in_quarter", date(2020, 4, 1), date(2020, 9, 30), False),
        ("Quý II", "in_quarter", date(2025, 4, 1), date(2025, 6, 30), False),
        ("Tháng 02/2024", "in_month", date(2024, 2, 1), date(2024, 2, 29), False),
        ("Tháng 11, 12/2020", "in_month", date(2020, 11, 1), date(2020, 12, 31), False),
        ("Tháng 3 - 5/2024", "in_month", date(2024, 3, 1), date(2024, 5, 31), False),
        ("Năm 2027", "in_year", date(2027, 1, 1), date(2027, 12, 31), False),
        ("2026 - 2028", "year_range", date(2026, 1, 1), date(2028, 12, 31), False),
        ("Giai đoạn 2026-2030", "year_range", date(2026, 1, 1), date(2030, 12, 31), False),
    ],
)
def test_a_window_is_read_as_offices_write_it(text: str, kind: str, first: date, last: date, *, strict: bool) -> None:
    window = read_window(text, 2025)
    assert window is not None
    assert (window.kind, window.first_day, window.last_day, window.is_strict) == (kind, first, last, strict)


@pytest.mark.parametrize("text", ["Sớm nhất có thể", "Quý V/2024", "Tháng 13/2024", "31/4/2024", ""])
def test_what_is_no_window_is_none(text: str) -> None:
    assert read_window(text, 2025) is None


def test_a_deadline_without_a_year_needs_a_plan_of_one_year() -> None:
    assert read_window("Quý II", None) is None
