"""What is worst stands first, by what a reader sees: the state, then the distance from the level."""

from decimal import Decimal
from typing import Any

from dashboards.pages.book import Book
from dashboards.pages.overview.tables import targets as danger
from dashboards.pages.standing import standings
from dashboards.pages.targets.order import worst_first
from dashboards.theme.states import TARGET_BEHIND
from tests.dashboards.books import with_rows


def row(no: str, status: str, gap: str | None) -> dict[str, Any]:
    found = {"plan_key": "p", "target_no": no, "sort_order": int(no), "status": status}
    return found | {"gap": Decimal(gap) if gap is not None else None}


def test_within_a_state_the_larger_distance_stands_first_whichever_way_it_points() -> None:
    rows = [
        row("1", "at_risk", "-40"),
        row("2", "missed", "-3.9"),
        row("3", "missed", None),
        row("4", "missed", "12.5"),
        row("5", "off_track", "-1"),
        row("6", "missed", "-3.9"),
    ]
    assert [one["target_no"] for one in sorted(rows, key=worst_first)] == ["4", "2", "6", "3", "5", "1"]


def test_the_overview_lists_what_is_in_danger_in_the_order_of_the_distances_that_it_shows(book: Book) -> None:
    # The later in its plan, the further from its level.
    rows = [
        dict(one) | ({"gap": Decimal(-one["sort_order"]), "status": "missed"} if one["status"] in TARGET_BEHIND else {})
        for one in book.marts.rows("plan_targets")
    ]
    changed = with_rows(book, plan_targets=rows)
    shown = [one.in_danger for one in standings(changed) if len(one.in_danger) > 1]
    assert shown
    for found in shown:
        gaps = [line.cells[4].value for line in danger(changed, found, changed.origins(), None).lines]
        assert gaps == sorted(gaps, key=lambda gap: Decimal(str(gap)))
        assert gaps != gaps[::-1]
