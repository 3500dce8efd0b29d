"""What the board of reports says in sentences: who owes the latest report, what is still missing of earlier ones."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import REPORT_LACKING

# More names than these are counted: a sentence is no list.
_NAMED = 6


def lead(book: Book, period: Row, rows: Sequence[Row]) -> str:
    """How the latest period stands, with the names of who has not sent and of whose file nobody could read."""
    said = [names(book, code, [row for row in rows if row["status"] == code]) for code in REPORT_LACKING]
    return " ".join(filter(None, [book.phrases.report_period(period), *said]))


def names(book: Book, code: str, lacking: Sequence[Row]) -> str:
    """ "Chưa gửi (2): A, quá hạn 30 ngày; B, quá hạn 24 ngày."; empty where nobody is in this state."""
    if not lacking:
        return ""
    words = book.words
    said = [", ".join([book.unit_name(row), *book.phrases.report_notes(row)]) for row in lacking[:_NAMED]]
    if len(lacking) > _NAMED:
        said.append(words.reports.others.format(n=formats.number(len(lacking) - _NAMED)))
    title = words.common.group_count.format(name=words.report_status[code], n=formats.number(len(lacking)))
    return f"{title}: {'; '.join(said)}."


def earlier(book: Book, periods: Sequence[Row]) -> str:
    """Reports of earlier periods of which none can be read; empty where all can."""
    lacking = [row for row in periods if row["missing"]]
    if not lacking:
        return ""
    words = book.words.reports
    parts = [words.earlier_part.format(period=name(row), n=formats.number(row["missing"])) for row in lacking]
    return words.earlier.format(n=formats.number(sum(row["missing"] for row in lacking)), parts=", ".join(parts))


def nothing_due(book: Book, agency_key: str) -> str:
    """That nothing fell due: because nothing is owed, or because its day is still to come; what came all the same."""
    words = book.words.reports
    extra = sum(row["not_owed"] for row in book.rows_of("report_periods", "agency_key")[agency_key])
    said = words.nothing_due if book.is_reporting(agency_key) else words.nothing_owed
    return said + (words.came_extra.format(n=formats.number(extra)) if extra else "") + "."


def coming(book: Book, periods: Sequence[Row]) -> str:
    """The period that falls due next, and how many owe it."""
    ahead = [row for row in periods if row["not_due"] and row["due_date_first"] is not None]
    if not ahead:
        return ""
    first = min(ahead, key=lambda row: (row["due_date_first"], row["period_key"]))
    said: Mapping[str, Any] = {"period": name(first), "n": formats.number(first["not_due"])}
    return book.words.reports.coming.format(date=formats.day(first["due_date_first"]), **said)


def name(period: Row) -> str:
    """How a period is called."""
    return period["period_name"]
