"""Data to be checked: one page for each agency, and one of all agencies with what belongs to none."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.pages import cells
from dashboards.pages.book import QUALITY_PAGE, Book
from dashboards.pages.page import Page
from dashboards.pages.quality import files as quality_files
from dashboards.pages.quality import findings as quality_findings
from dashboards.pages.tallies import finding_counts
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key

_NONE = None


def pages(book: Book) -> Iterator[Page]:
    """The page of all, then one for each agency."""
    summary = book.rows_of("quality_summary", "agency_key")
    yield _root(book)
    for agency in book.agencies:
        key = agency["agency_key"]
        counts = next(iter(summary[key]), None)
        if counts is None:
            continue
        yield Page(
            path=book.agency_path(key, "quality"),
            agency_key=key,
            title=book.words.quality.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_results(key),
            contents=True,
            sections=_sections(book, key, counts),
        )


def _sections(book: Book, key: str | None, counts: Row) -> list[Section]:
    """What was read, what waits, what was found, which files came."""
    words, files = book.words.quality, book.rows_of("quality_files", "agency_key")[key]
    found = book.rows_of("quality_findings", "agency_key")[key]
    return [
        Section("phep-cong", "", quality_files.equation(book, counts, files)),
        Section("cho-xac-minh", words.quarantined, quality_findings.held_back(book, _waiting(book, files), found)),
        Section("noi-dung", words.findings, quality_findings.blocks(book, found)),
        Section("cac-tep", words.files, quality_files.blocks(book, files)),
    ]


def _waiting(book: Book, files: Sequence[Row]) -> list[Row]:
    """Cells held back in these files: a cell belongs to whom its file belongs to, be its own line readable or not."""
    waiting = book.rows_of("quality_quarantine", "source_sha256")
    return [row for sha256 in dict.fromkeys(file["source_sha256"] for file in files) for row in waiting[sha256]]


def _root(book: Book) -> Page:
    words = book.words.quality
    files = book.marts.rows("quality_files")
    summary = book.rows_of("quality_summary", "agency_key")
    shared = book.rows_of("quality_files", "agency_key")[_NONE]
    found = book.rows_of("quality_findings", "agency_key")[_NONE]
    head: list[Block] = [Text(words.lead, "lead"), *quality_files.equation(book, book.site, files)]
    if book.site["last_received_at"] is not None:
        head.append(Text(words.last_received.format(at=formats.instant(book.site["last_received_at"]))))
    own = [row for key, rows in summary.items() if key is not None for row in rows]
    own.sort(key=lambda row: (-row["findings_error"], -row["values_quarantined"], collation_key(row["agency_name"])))
    sections = [
        Section("phep-cong", "", head),
        Section("co-quan", words.agencies, [Sheet(_agencies(book, own))] if own else []),
    ]
    if shared or found:
        waiting = _waiting(book, shared)
        held = quality_findings.held_back(book, waiting, found) if waiting else []
        blocks = quality_findings.blocks(book, found) if found else []
        received = quality_files.blocks(book, shared) if shared else []
        body = [Text(words.nobodys_lead), *held, *blocks, *received]
        sections.append(Section("khong-thuoc-co-quan", words.nobodys, body))
    if not files:
        sections.append(Section("cac-tep", words.files, [Text(words.files_none, "empty")]))
    return Page(path=QUALITY_PAGE, title=words.title, banners=book.labels.of_site(), sections=sections)


def _agencies(book: Book, rows: Sequence[Row]) -> Table:
    """One row per agency: its files, its equation, its findings."""
    words, column = book.words.quality, book.words.column
    columns = [Column(column.agency, "name"), Column(column.files, "number")]
    columns += [Column(column[name], "number") for name in ("read", "loaded", "quarantined", "ignored")]
    columns.append(Column(column.findings, "status"))
    return plain("co-quan-so-lieu", words.agencies, columns, [_agency(book, row) for row in rows])


def _agency(book: Book, row: Row) -> Sequence[Cell]:
    key, words = row["agency_key"], book.words.quality
    lost = row["files_unreadable"] + row["files_ignored"]
    lines = [words.files_lost.format(n=formats.number(lost))] if lost else []
    href = book.agency_path(key, "quality") if key in book.agency_folder else None
    values = [row[f"values_{name}"] for name in ("read", "loaded", "quarantined", "ignored")]
    return [
        Cell(row["agency_name"] or key, href=href, flags=book.labels.of_agency_row(key)),
        Cell(formats.number(row["files"]), row["files"], lines),
        *(cells.count(value) for value in values),
        cells.states(book, "severity", finding_counts(row)),
    ]
