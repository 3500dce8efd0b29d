"""The board of an agency's reports: who sent what when, who has not, what is still a draft."""

from collections.abc import Iterator, Mapping, Sequence

from dashboards.blocks.layout import Attached, Block, Fold, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.reports import listing as report_list
from dashboards.pages.reports import sentences as report_sentences
from dashboards.pages.reports.matrix import PERIODS_SHOWN, matrix
from dashboards.pages.tallies import statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

_COUNTS = ("expected", "received", "on_time", "late", "silent", "unknown", "not_due", "drafts")
# Periods whose reports are listed one by one; the files beside the page hold them all.
_LISTED = 2


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency."""
    board, periods = book.rows_of("report_board", "agency_key"), book.rows_of("report_periods", "agency_key")
    words = book.words.reports
    for agency in book.agencies:
        key = agency["agency_key"]
        begun = [row for row in periods[key] if row["received"] or row["missing"]]
        # What nobody owes yet stands last, on paper too.
        ordered = [*begun, *(row for row in periods[key] if row not in begun)]
        by_period, origins = grouped(board[key], "period_key"), book.origins()
        lists: list[Block] = [_fold(book, row, by_period[row["period_key"]], origins) for row in begun[:_LISTED]]
        if len(begun) > _LISTED:
            lists.append(Text(words.rest_in_files, "note"))
        sections = [
            Section("dau-trang", "", _lead(book, key, begun, by_period)),
            Section("don-vi", words.by_unit, _units(book, begun, board[key], origins)),
            Section(
                "tung-bao-cao", _listed(book, begun), [*lists, Attached(report_list.all_periods(book, board[key]))]
            ),
            Section("theo-ky", words.by_period, [Sheet(_periods(book, ordered, begun[:_LISTED]))]),
        ]
        yield Page(
            path=book.report_pages[key],
            agency_key=key,
            title=words.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_agency(key, board[key]),
            origins=origins,
            sections=sections if ordered else sections[:1],
        )


def _lead(book: Book, key: str, begun: Sequence[Row], by_period: Mapping[str, list[Row]]) -> list[Block]:
    """The conclusion: the latest period with who is missing, what earlier periods lack, what comes next."""
    said = []
    if begun:
        rows = sorted(by_period[begun[0]["period_key"]], key=report_list.calling_order)
        said = [Text(report_sentences.lead(book, begun[0], rows), "lead")]
        said += [Text(line) for line in [report_sentences.earlier(book, begun[1:])] if line]
    ahead = report_sentences.coming(book, book.rows_of("report_periods", "agency_key")[key])
    return [*(said or [Text(report_sentences.nothing_due(book, key), "lead")]), *([Text(ahead)] if ahead else [])]


def _listed(book: Book, begun: Sequence[Row]) -> str:
    """Of how many periods reports are listed; no heading where of none."""
    words, count = book.words.reports, len(begun[:_LISTED])
    if not count:
        return ""
    return str(words.one_by_one_latest if count == 1 else words.one_by_one.format(n=count))


def _units(book: Book, begun: Sequence[Row], rows: Sequence[Row], origins: Origins) -> list[Block]:
    """The matrix with its rule; that older periods stand elsewhere, where there are some."""
    if not begun:
        return []
    older = [Text(book.words.reports.older_periods, "note")] if len(begun) > PERIODS_SHOWN else []
    return [Sheet(matrix(book, begun, rows, origins)), Text(book.words.reports.rule, "note"), *older]


def _fold(book: Book, period: Row, rows: Sequence[Row], origins: Origins) -> Fold:
    """One period with its reports."""
    key, title = period["period_key"], report_sentences.name(period)
    table = report_list.one_period(book, f"bao-cao-{key}", title, rows, origins)
    return Fold(title, [Sheet(table)], key, tally("report_status", statuses(rows), book.phrases))


def _periods(book: Book, rows: Sequence[Row], listed: Sequence[Row]) -> Table:
    """One row per period: how many were owed, came, are missing."""
    words = book.words
    titles = [words.reports.expected, words.reports.received]
    titles += [words.report_status[code] for code in ("on_time", "late", "not_reported", "unknown", "not_due")]
    columns = [Column(words.column.period, "name"), Column(words.column.due, "day")]
    columns += [Column(title, "number") for title in [*titles, words.reports.drafts]]
    keys = {row["period_key"] for row in listed}
    lines = [_period(book, row, is_listed=row["period_key"] in keys) for row in rows]
    return plain("ky-bao-cao", words.reports.by_period, columns, lines)


def _period(book: Book, row: Row, *, is_listed: bool) -> Sequence[Cell]:
    words = book.words.reports
    last = formats.day(row["due_date_last"])
    spread = [words.due_to.format(date=last)] if row["due_date_last"] != row["due_date_first"] else []
    unreadable = [words.and_unreadable.format(n=formats.number(row["unreadable"]))] if row["unreadable"] else []
    lines = {
        "silent": unreadable,
        "received": [words.not_owed.format(n=row["not_owed"])] if row["not_owed"] else [],
        "late": [words.at_most.format(days=row["late_days_max"])] if row["late_days_max"] else [],
    }
    href = f"{book.report_pages[row['agency_key']]}#{row['period_key']}" if is_listed else None
    known = {**row, "silent": row["missing"] - row["unreadable"]}
    counts = [Cell(formats.number(known[key]), known[key], lines.get(key, ())) for key in _COUNTS]
    if not row["expected"]:
        # Of what nobody owes there is nothing to count but what came all the same.
        extra = [Cell(words.extra.format(n=formats.number(row["not_owed"])))] if row["not_owed"] else []
        counts = [Cell(words.none_owed), *extra, *[Cell(formats.DASH) for _ in _COUNTS[1 + len(extra) :]]]
    return [Cell(report_sentences.name(row), href=href), cells.day(row["due_date_first"], spread), *counts]
