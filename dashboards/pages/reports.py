"""The board of an agency's reports: period by period who sent what when, who has not, what is still a draft."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboards.blocks.layout import Fold, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book, Page
from dashboards.pages.tallies import statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.states import REPORT

_COUNTS = ("expected", "received", "on_time", "late", "missing", "unknown", "not_due", "drafts")


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency."""
    board, periods = book.rows_of("report_board", "agency_key"), book.rows_of("report_periods", "agency_key")
    rule = Text(book.words.reports.rule, "note")
    for agency in book.agencies:
        key = agency["agency_key"]
        latest = next(filter(_has_begun, periods[key]), None)
        # What nobody owes yet stands last, on paper too.
        ordered = sorted(periods[key], key=lambda row: not _has_begun(row))
        by_period, origins = grouped(board[key], "period_key"), book.origins()
        lead = book.phrases.report_period(latest) if latest else book.words.reports.nothing_due
        folds = [_fold(book, row, by_period[row["period_key"]], origins, is_open=row is latest) for row in ordered]
        yield Page(
            path=book.report_pages[key],
            agency_key=key,
            title=book.words.reports.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.agency_banners(key, board[key]),
            origins=origins,
            sections=[
                Section("dau-trang", "", [Text(lead, "lead")]),
                Section("theo-ky", book.words.reports.by_period, [Sheet(_periods(book, ordered))] if ordered else []),
                Section("theo-don-vi", book.words.reports.by_unit, [rule, *folds] if folds else []),
            ],
        )


def _periods(book: Book, rows: Sequence[Row]) -> Table:
    """One row per period: how many were owed, came, are missing."""
    words = book.words
    titles = [words.reports.expected, words.reports.received]
    titles += [words.report_status[code] for code in ("on_time", "late", "not_reported", "unknown", "not_due")]
    columns = [Column(words.column.period, "name"), Column(words.column.due, "day")]
    columns += [Column(title, "number") for title in [*titles, words.reports.drafts]]
    return plain("ky-bao-cao", words.reports.by_period, columns, [_period(book, row) for row in rows])


def _period(book: Book, row: Row) -> Sequence[Cell]:
    words = book.words.reports
    last = formats.day(row["due_date_last"])
    spread = [words.due_to.format(date=last)] if row["due_date_last"] != row["due_date_first"] else []
    lines = {
        "received": [words.not_owed.format(n=row["not_owed"])] if row["not_owed"] else [],
        "late": [words.at_most.format(days=row["late_days_max"])] if row["late_days_max"] else [],
    }
    href = f"{book.report_pages[row['agency_key']]}#{row['period_key']}"
    name = Cell(row["period_name"] or row["period_key"], href=href)
    counts = [Cell(formats.number(row[key]), row[key], lines.get(key, ())) for key in _COUNTS]
    return [name, cells.day(row["due_date_first"], spread), *counts]


def _fold(book: Book, period: Row, rows: Sequence[Row], origins: Origins, *, is_open: bool) -> Fold:
    """One period with its reports, those that ask for a call first."""
    words, title = book.words.reports, period["period_name"] or period["period_key"]
    ordered = sorted(rows, key=_calling_order)
    missing = [row["unit_name"] or row["unit_key"] for row in ordered if row["status"] == "not_reported"]
    called = [Text(f"{words.missing.format(n=len(missing))} {'; '.join(missing)}.")] if missing else []
    titles = [words.received_on, words.version, words.to_mend]
    columns = [Column(book.words.column.unit, "name"), Column(book.words.column.state, "status")]
    columns += [Column(book.words.column.due, "day"), Column(book.words.column.sent, "day")]
    columns += [Column(titles[0], "day"), *(Column(title) for title in titles[1:])]
    table = plain(f"bao-cao-{period['period_key']}", title, columns, [_report(book, row, origins) for row in ordered])
    counts = tally("report_status", statuses(rows), book.phrases)
    return Fold(title, [*called, Sheet(table)], period["period_key"], counts, is_open)


def _report(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    """What one unit sent, leading to the file it stands in."""
    words, column = book.words.reports, book.words.unit_page
    said = [
        book.phrases.delay(row),
        words.withdrawn if row["is_withdrawn"] else "",
        words.unreadable if row["has_unreadable_file"] else "",
    ]
    printed = row["due_date_printed"]
    shifted = [column.due_printed.format(date=formats.day(printed))] if printed not in (None, row["due_date"]) else []
    is_again = (row["versions"] or 0) > 1
    stands = is_again and row["standing_sent_date"] != (row["sent_date"] or row["received_date"])
    standing = [words.standing_sent.format(date=formats.day(row["standing_sent_date"]))] if stands else []
    origin = origins.of("fct_report_submission", row["unit_key"], row["period_key"])
    version = words_of_version(book, row) if row["versions"] else formats.DASH
    return [
        cells.unit(book, row, [words.sent_to.format(name=row["report_to"])] if row["report_to"] else []),
        cells.state(book, "report_status", row["status"], lines=[part for part in said if part]),
        cells.day(row["due_date"], shifted),
        cells.day(row["sent_date"], standing, origin),
        cells.day(row["received_date"], origin=origin),
        Cell(version, lines=[words.sent_again.format(n=row["versions"])] if is_again else []),
        Cell(book.phrases.to_mend(row) if row["versions"] else formats.DASH),
    ]


def words_of_version(book: Book, row: Row) -> str:
    """Whether it is signed or a draft."""
    said: str = book.words.report_state.get(row["report_state"] or "unknown", row["report_state"])
    return said


def _calling_order(row: Row) -> tuple[Any, ...]:
    """State in the order of the family, the latest first, then names as Vietnamese sort them."""
    order = list(REPORT)
    position = order.index(row["status"]) if row["status"] in order else len(order)
    return position, -(row["days_late"] or 0), collation_key(row["unit_name"] or row["unit_key"])


def _has_begun(period: Row) -> bool:
    return bool(period["received"] or period["missing"])
