"""Whether an agency has to report is one question with one answer on every page: any report that it owes, owed or will
owe."""

import pytest

from dashboards.blocks.layout import Text, walk
from dashboards.pages.book import Book
from dashboards.pages.overview.sentences import conclusion
from dashboards.pages.overview.tiles import of_agency
from dashboards.pages.plans import sentences as plan_sentences
from dashboards.pages.reports import page as reports
from dashboards.pages.standing import standings
from dashboards.row import Row
from dashboards.theme.words import words
from tests.dashboards.books import with_rows

AGENCY = "so-y-te-an-hoa"
SILENT = {"status": "not_reported", "units_concerned": None, "units_reported": None}


def coming(book: Book, expected: int) -> Book:
    """Targets of which nothing came; so many reports are owed, all of a period that is still to come."""
    ahead = next(row for row in book.marts.rows("report_periods") if row["not_due"] == row["expected"] > 0)
    period = {**ahead, "expected": expected, "not_due": expected, "not_owed": 0}
    targets: list[Row] = [{**row, **SILENT} for row in book.marts.rows("plan_targets")]
    agencies: list[Row] = [{**row, "reports_due": 0} for row in book.agencies]
    return with_rows(book, report_periods=[period], plan_targets=targets, agencies=agencies)


def plan_says(book: Book) -> str:
    rows = book.rows_of("plan_targets", "agency_key")[AGENCY]
    return plan_sentences.standing(book, next(row for row in book.agencies if row["agency_key"] == AGENCY), rows, [])


@pytest.mark.parametrize("expected", [0, 12])
def test_every_page_knows_alike_whether_reports_are_owed(book: Book, expected: int) -> None:
    known = coming(book, expected)
    found = next(one for one in standings(known) if one.agency["agency_key"] == AGENCY)
    page = next(page for page in reports.pages(known) if page.agency_key == AGENCY)
    said = [block.text for block in walk(page.sections[0].blocks) if isinstance(block, Text)]
    assert said[0].startswith(words().reports.nothing_due if expected else words().reports.nothing_owed)
    unasked = words().overview.reports_unasked
    assert (unasked in conclusion(known, found)) is not bool(expected)
    assert of_agency(known, found).tiles[1].line == (words().overview.no_report_yet if expected else unasked)
    assert (unasked in plan_says(known).lower()) is not bool(expected)


def test_figures_that_came_unasked_are_told_on_the_page_of_their_plan(book: Book) -> None:
    known = coming(book, 0)
    rows: list[Row] = [{**row, "status": "missed"} for row in known.marts.rows("plan_targets")]
    assert words().overview.reports_unasked not in plan_says(with_rows(known, plan_targets=rows)).lower()
