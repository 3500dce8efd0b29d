"""Figures sent within the year of a target that is not due: they stand beside its state and judge nothing."""

from datetime import date
from typing import Any

import pytest

from dashboards.blocks.layout import Text
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.plans import page as plan_page
from dashboards.pages.targets import board
from dashboards.pages.targets import page as target_page
from dashboards.pages.units import page as unit_page
from dashboards.row import Row
from dashboards.theme.words import words
from tests.dashboards.books import with_rows
from tests.dashboards.reading import table

PLAN, AGENCY, UNIT = "an_hoa_2026", "so-y-te-an-hoa", "so-y-te-an-hoa/benh-vien"
UNTIL = date(2026, 12, 14)


def before(row: Row) -> bool:
    return row["unit_key"] == UNIT and row["value"] is not None and row["window_to"] < UNTIL


@pytest.fixture(scope="module")
def number(book: Book) -> str:
    """A target that is not due, of which a unit has its part."""
    rows, parts = book.rows_of("plan_targets", "plan_key")[PLAN], book.rows_of("unit_targets", "target_no")
    return str(next(row["target_no"] for row in rows if row["status"] == "not_due" and parts[row["target_no"]]))


def awaiting(book: Book, number: str, until: date = UNTIL) -> Book:
    """The book in which that target, and its part of the unit, awaits the end of a period."""
    ahead: dict[str, Any] = {"window_to": until, "period_key": "2026-annual", "period_name": "Năm 2026"}
    more: dict[str, Any] = {"status": "not_due", "state": "not_due", "actual": None, "indicator_code": "d"}
    parts = [{**row, **ahead, **more} for row in book.marts.rows("unit_targets") if row["target_no"] == number]
    places = {"plan_key": PLAN, "target_no": number}
    units = [{**row, **places, **ahead, **more} for row in book.marts.rows("target_units")[:1]]
    targets = [
        {**row, **ahead, "indicator_code": "d"} if (row["plan_key"], row["target_no"]) == (PLAN, number) else row
        for row in book.marts.rows("plan_targets")
    ]
    results = [{**row, "indicator_code": "d"} for row in book.marts.rows("unit_results")]
    units = [{**row, "unit_key": UNIT} for row in units]
    return with_rows(book, plan_targets=targets, unit_results=results, unit_targets=parts, target_units=units)


def states(book: Book, number: str) -> list[Cell]:
    """The state of the target in the list of its agency and on the page of its plan."""
    listing = next(page for page in board.pages(book) if page.agency_key == AGENCY)
    plan = next(page for page in plan_page.pages(book) if page.path == book.plan_pages[PLAN])
    listed = next(line for line in table(listing, "chi-tieu").lines if number in line.cells[0].lines)
    printed = next(line for line in table(plan, "chi-tieu").lines if line.anchor == number)
    return [listed.cells[4], printed.cells[4]]


def page_of(book: Book, number: str) -> Page:
    return next(page for page in target_page.pages(book) if page.path == book.target_page(PLAN, number))


def test_who_has_sent_a_figure_of_the_year_is_counted_beside_the_state(book: Book, number: str) -> None:
    later = awaiting(book, number)
    assert any(before(row) for row in later.marts.rows("unit_results"))
    said = words().targets.early_units.format(n=1)
    assert all(said in cell.lines for cell in states(later, number))
    told = [block.text for block in page_of(later, number).sections[0].blocks if isinstance(block, Text)]
    assert any(words().target_page.early.partition("{")[0] in text for text in told)


def test_a_figure_of_another_year_is_none_of_the_year_awaited(book: Book, number: str) -> None:
    for until in (date(2027, 12, 14), date(2026, 1, 1)):
        assert not any(
            "đã gửi số" in line for cell in states(awaiting(book, number, until), number) for line in cell.lines
        )


def test_the_newest_figure_of_a_unit_stands_in_its_cell_with_its_period_and_where_it_comes_from(
    book: Book, number: str
) -> None:
    later = awaiting(book, number)
    newest = max((row for row in later.marts.rows("unit_results") if before(row)), key=lambda row: row["window_to"])
    said = words().targets.early.format(period=newest["period_name"], actual=later.phrases.actual(newest, "value"))
    unit = next(page for page in unit_page.pages(later) if page.path == later.unit_pages[UNIT])
    cells = [table(unit, "chi-tieu-bang").lines[0].cells[2]]
    cells += [line.cells[2] for line in table(page_of(later, number), "don-vi-2026-annual").lines]
    assert [cell.text for cell in cells] == ["—", "—"]
    assert all(said in cell.lines for cell in cells)
    assert all(words().common.simulated in cell.flags for cell in cells)
