"""The board of an agency's reports: period by period who sent what when, who has not, what is still a draft."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.pages.book import Book, Page
from dashboards.pages.tallies import statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.states import REPORT


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency whose units owe or sent a report."""
    board, periods = book.rows_of("report_board", "agency_key"), book.rows_of("report_periods", "agency_key")
    for agency in book.agencies:
        key = agency["agency_key"]
        if key not in book.report_pages:
            continue
        by_period = grouped(board[key], "period_key")
        latest = _latest_due(periods[key])
        yield Page(
            path=book.report_pages[key],
            title=book.words.reports.title,
            template="reports.html.j2",
            crumbs=[(book.words.nav.overview, "index.html"), (agency["agency_name"], book.agency_pages[key])],
            banners=_banners(book, key, board[key]),
            context={
                "agency": agency,
                "latest": latest,
                "periods": [
                    _period(book, row, by_period[row["period_key"]], is_open=row is latest)
                    # What nobody owes yet stands last, on paper too.
                    for row in sorted(periods[key], key=lambda row: not _has_begun(row))
                ],
            },
        )


def _period(book: Book, period: Row, rows: Sequence[Row], *, is_open: bool) -> Mapping[str, Any]:
    """One period with its reports, those that ask for a call first."""
    return {
        "row": period,
        "rows": sorted(rows, key=_calling_order),
        "missing": [row["unit_name"] for row in sorted(rows, key=_calling_order) if row["status"] == "not_reported"],
        "tally": tally("report_status", statuses(rows), book.phrases),
        "is_open": is_open,
    }


def _calling_order(row: Row) -> tuple[Any, ...]:
    """State in the order of the family, the latest first, then names as Vietnamese sort them."""
    order = list(REPORT)
    position = order.index(row["status"]) if row["status"] in order else len(order)
    return position, -(row["days_late"] or 0), collation_key(row["unit_name"] or row["unit_key"])


def _latest_due(periods: Sequence[Row]) -> Row | None:
    """The latest period of which something was due or came."""
    return next(filter(_has_begun, periods), None)


def _has_begun(period: Row) -> bool:
    return bool(period["received"] or period["missing"])


def _banners(book: Book, agency_key: str, rows: Sequence[Row]) -> list[str]:
    if agency_key in book.simulated_agencies:
        return ["simulated_whole"]
    return ["simulated_agency"] if any(row["is_simulated"] for row in rows) else []
