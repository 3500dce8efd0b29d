"""How far ahead pages look is said once: words are given the days, and the list of the warehouse goes as far."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from dashboards.pages import horizon
from dashboards.pages.book import Book
from dashboards.pages.tasks import page as tasks
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table
from tests.places import PROJECT

AGENCY = "so-y-te-an-hoa"


def test_the_list_of_what_is_coming_goes_as_far_as_the_rule_of_the_warehouse() -> None:
    rule = Path(PROJECT / "dbt_project" / "macros" / "upcoming_rules.sql").read_text(encoding="utf-8")
    found = re.search(r"macro upcoming_days\(\) -%\} (\d+)", rule)
    assert found is not None
    assert int(found[1]) == horizon.FAR


def test_what_is_near_is_told_from_what_is_not_by_the_days_that_its_title_names(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row for row in book.marts.rows("upcoming") if row["agency_key"] == AGENCY and row["kind"] == "task"]
    as_of = book.site["as_of_date"]
    coming = [{**rows[0], "days_left": days, "due_date": as_of + timedelta(days=days)} for days in (7, 8)]
    monkeypatch.setattr(horizon, "NEAR", 7)
    shown = table(
        next(page for page in tasks.pages(with_rows(book, upcoming=coming)) if page.agency_key == AGENCY),
        "sap-den-han",
    )
    assert [(group.title, len(group.lines)) for group in shown.groups] == [
        ("Trong 7 ngày tới (1)", 1),
        (f"Từ 8 đến {horizon.FAR} ngày tới (1)", 1),
    ]
