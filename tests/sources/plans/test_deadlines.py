"""Deadlines: what kind, from which day to which, and never a day that nobody wrote."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.plans.deadlines import read_deadline

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
YEARS = st.integers(2000, 2099)
QUARTERS = ("I", "II", "III", "IV")


@given(DAYS)
def test_a_day_is_read_back_and_before_it_is_strict(day: date) -> None:
    before = read_deadline(f"Trước ngày {day:%d/%m/%Y}", None)
    by = read_deadline(f"Hoàn thành ngày {day.day}/{day.month}/{day.year}", None)
    assert (before.kind, before.due_from, before.due_to, before.is_strict) == ("before_date", None, day, True)
    assert (by.due_to, by.is_strict) == (day, False)


@given(st.integers(0, 3), st.integers(0, 3), YEARS, st.sampled_from([", ", " và quý ", " - ", " đến quý "]))
def test_quarters_run_from_the_first_day_to_the_last(first: int, second: int, year: int, joint: str) -> None:
    low, high = sorted((first, second))
    text = f"Quý {QUARTERS[low]}{joint + QUARTERS[high] if low < high else ''}/{year}"
    deadline = read_deadline(text, None)
    last = date(year, high * 3 + 3, calendar.monthrange(year, high * 3 + 3)[1])
    assert (deadline.kind, deadline.due_from, deadline.due_to) == ("in_quarter", date(year, low * 3 + 1, 1), last)


@given(st.integers(1, 12), st.integers(1, 12), YEARS, st.sampled_from([", ", " và tháng ", " đến tháng "]))
def test_months_take_the_plans_year_where_none_is_printed(first: int, second: int, year: int, joint: str) -> None:
    low, high = sorted((first, second))
    deadline = read_deadline(f"Tháng {low}{joint + str(high) if low < high else ''}", year)
    last = date(year, high, calendar.monthrange(year, high)[1])
    assert (deadline.kind, deadline.due_from, deadline.due_to) == ("in_month", date(year, low, 1), last)


@given(st.integers(1, 12), st.integers(1, 31))
def test_a_day_without_a_year_is_not_dated_in_a_plan_of_several_years(month: int, day: int) -> None:
    deadline = read_deadline(f"Trước ngày {day}/{month}", None)
    assert deadline.due_to is None


@given(st.text(max_size=200), st.one_of(st.none(), YEARS))
def test_any_text_is_survived_and_no_window_ends_before_it_begins(text: str, year: int | None) -> None:
    deadline = read_deadline(text, year)
    if deadline.due_from and deadline.due_to:
        assert deadline.due_from <= deadline.due_to


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thường xuyên", "ongoing"),
        ("Trong năm", "within_year"),
        ("Theo tiến độ của Bộ Y tế", "per_schedule"),
        ("6 tháng một lần", "per_schedule"),
        ("02 lần/năm", "per_schedule"),
        ("Khi có hướng dẫn của cấp trên", "on_guidance"),
        ("Sau khi Bộ Y tế ban hành thông tư hướng dẫn", "on_guidance"),
        ("Khi phát hiện vi phạm", "conditional"),
        ("2025 - 2027", "year_range"),
        ("", "none"),
        ("—", "none"),
    ],
)
def test_kinds_without_a_day(text: str, kind: str) -> None:
    deadline = read_deadline(text, 2026)
    assert deadline.kind == kind
    assert deadline.is_known


@pytest.mark.parametrize("text", ["31/02/2026", "Quý V/2026", "Tháng 13/2026", "bao giờ xong thì xong"])
def test_what_is_no_time_is_said_so(text: str) -> None:
    deadline = read_deadline(text, 2026)
    assert (deadline.due_to, deadline.is_known) == (None, False)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("15/3/2026 - 30/6/2026", "before_date", date(2026, 3, 15), date(2026, 6, 30)),
        ("Từ 01/01/2026 đến 30/6/2026", "before_date", date(2026, 1, 1), date(2026, 6, 30)),
        ("Quý IV/2025 - Quý I/2026", "in_quarter", date(2025, 10, 1), date(2026, 3, 31)),
        ("Quý 2/2026 (chậm nhất 15/6/2026)", "before_date", date(2026, 4, 1), date(2026, 6, 15)),
        ("Trước ngày 30/6 và 31/12", "before_date", None, date(2026, 12, 31)),
        ("6 tháng cuối năm 2026", "in_quarter", date(2026, 7, 1), date(2026, 12, 31)),
        ("Quý IV/2026 (hoàn thành 70%)", "in_quarter", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_all_of_a_time_is_read(text: str, kind: str, first: date | None, last: date) -> None:
    deadline = read_deadline(text, 2026)
    assert (deadline.kind, deadline.due_from, deadline.due_to) == (kind, first, last)


@pytest.mark.parametrize("text", ["Quý I và cả năm", "Từ quý II", "Quý II, lần 3 ngày 40"])
def test_a_time_that_cannot_be_read_whole_is_not_read_in_part(text: str) -> None:
    deadline = read_deadline(text, 2026)
    assert (deadline.due_to, deadline.is_known) == (None, False)


@given(DAYS, DAYS)
def test_a_stretch_of_days_is_read_from_its_first_to_its_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    deadline = read_deadline(f"Từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}", None)
    assert (deadline.due_from, deadline.due_to) == (first, last)
