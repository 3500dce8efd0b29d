"""The chart of due dates: every mark stands in its month, or beside the months under a year that is true of it."""

from datetime import date
from typing import Any

import pytest

from dashboards.figures.due_dates import due_months
from dashboards.theme.words import words


def task(day: date) -> dict[str, Any]:
    return {"last_day_given": day, "status": "overdue", "description": "Việc"}


@pytest.mark.parametrize(
    ("months", "first", "before"),
    [
        # Long past: the last of them and the whole year before, what is older together.
        ([(2021, 3), (2021, 11), (2023, 6)], (2022, 1), True),
        ([(2022, 3), (2023, 6)], (2022, 3), False),
        ([(2020, 5), (2023, 12)], (2022, 1), True),
        # In force: the year before, this one.
        ([(2024, 12), (2025, 4), (2026, 6)], (2025, 4), True),
    ],
)
def test_what_stands_before_the_first_month_fell_due_before_the_year_of_that_month(
    months: list[tuple[int, int]], first: tuple[int, int], before: bool
) -> None:
    days = [date(year, month, 15) for year, month in months]
    figure = due_months("f", "c", [task(day) for day in days], date(2026, 10, 15), words())
    assert figure
    ticks = dict(zip(figure.layout["xaxis"]["tickvals"], figure.layout["xaxis"]["ticktext"], strict=True))
    start = first[0] * 12 + first[1] - 1
    places = dict(zip(days, figure.data[0]["x"], strict=True))
    older = [day for day in days if places[day] < start]
    assert bool(older) == before
    for day in days:
        assert day in older or places[day] == day.year * 12 + day.month - 1
    if older:
        assert ticks[start - 1] == words().tasks.before.format(year=first[0])
        assert all(day.year < first[0] for day in older)
