"""A report of a period that no register knows has no end to sort by: every page is built, and shows it by its key."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboards.pages.book import Book
from dashboards.pages.overview import page as overview
from dashboards.pages.page import Page
from dashboards.pages.reports import page as reports
from dashboards.pages.standing import standings
from dashboards.pages.tasks import page as tasks
from dashboards.pages.units import page as units
from tests.dashboards.books import with_rows
from tests.dashboards.invented.reports import UNKNOWN_PERIOD
from tests.dashboards.reading import table

AGENCY = "so-y-te-an-hoa"


@pytest.mark.parametrize(
    ("pages", "path", "table_id"),
    [
        (overview.pages, "index.html", "chua-gui-bao-cao"),
        (reports.pages, "bao-cao.html", "ky-bao-cao"),
        (reports.pages, "bao-cao.html", "theo-don-vi-bang"),
        (reports.pages, "bao-cao.html", "moi-ky"),
        (units.pages, "don-vi-van-phong.html", "bao-cao-bang"),
        (tasks.pages, "nhiem-vu.html", "thuong-xuyen-bang"),
    ],
)
def test_an_unknown_period_is_shown_by_its_key(
    book: Book, site: Path, pages: Callable[[Book], Iterator[Page]], path: str, table_id: str
) -> None:
    assert (site / AGENCY / path).is_file()
    for mart in ("report_periods", "report_board", "task_periods"):
        assert [row["window_to"] for row in book.marts.rows(mart) if row["period_key"] == UNKNOWN_PERIOD] == [None]
    found = table(next(page for page in pages(book) if page.path == f"{AGENCY}/{path}"), table_id)
    said = [*(column.title for column in found.columns), *(c.text for line in found.lines for c in line.cells)]
    said += [text for line in found.lines for cell in line.cells for text in cell.lines]
    assert any(UNKNOWN_PERIOD in text for text in said)


def test_an_unknown_period_is_the_last_of_which_reports_were_due_only_where_there_is_no_other(book: Book) -> None:
    periods = book.marts.rows("report_periods")
    known = next(one.period for one in standings(book) if one.agency["agency_key"] == AGENCY)
    assert known is not None
    assert known["window_to"] is not None
    alone = with_rows(book, report_periods=[row for row in periods if row["window_to"] is None])
    found = next(one.period for one in standings(alone) if one.period)
    assert found["period_key"] == UNKNOWN_PERIOD
