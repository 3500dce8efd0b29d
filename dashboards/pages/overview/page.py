"""The executive overview, of all agencies and of each: what is wrong, how wrong, who has to do what.

Each is there a second time as one file to be sent on.

Read in a minute and printed on two sheets: each table shows the worst few and leads to the page that has them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from dashboards.blocks.layout import Block, Chart, Section, Sheet, Text
from dashboards.blocks.table import Table
from dashboards.origins import Origins
from dashboards.pages.book import CHANGES_PAGE, QUALITY_PAGE, Book
from dashboards.pages.changes import page as changes
from dashboards.pages.indices import glance
from dashboards.pages.overview import all_agencies as overview_all
from dashboards.pages.overview import chart as overview_chart
from dashboards.pages.overview import dossiers as overview_dossiers
from dashboards.pages.overview import sentences as overview_sentences
from dashboards.pages.overview import tables as overview_tables
from dashboards.pages.overview import tiles as overview_tiles
from dashboards.pages.overview import unjudged as overview_unjudged
from dashboards.pages.page import Page
from dashboards.pages.standing import DAYS_AHEAD, AgencyStanding, standings
from dashboards.row import Row
from dashboards.theme import formats

LETTER: Final = "tom-tat.html"
_CHANGES_SHOWN: Final = 4
_CHANGES_SHOWN_OF_ALL: Final = 3


def pages(book: Book) -> Iterator[Page]:
    """The overview of all and of each agency, each followed by the file that says the same without scripts."""
    every = standings(book)
    for page in (_of_all(book, every), *(_of_agency(book, standing) for standing in every)):
        yield page
        yield _letter(book, page)


def _of_all(book: Book, every: Sequence[AgencyStanding]) -> Page:
    words, origins = book.words.overview, book.origins()
    present = [standing for standing in every if not standing.is_past]
    top: list[Block] = [Text(words.nothing, "empty")]
    if every:
        top = [Text(overview_sentences.conclusion_of_all(book, every), "lead"), overview_tiles.of_all(book, present)]
    past = book.past_plans_note(book.plans)
    note = [Text(past, "note")] if past else []
    worst, every_item = (overview_all.worst(book, present, *of) for of in ((origins,), (book.origins(), None)))
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, None)]),
        Section("cac-co-quan", words.agencies, [Sheet(overview_all.agencies(book, every))] if every else []),
        Section("nang-nhat", words.worst_title, [*_few(book, worst, every_item, [], None), *note]),
        _upcoming(book, [row for standing in every for row in standing.upcoming], origins, None),
        _changes(book, book.marts.rows("changes"), origins, CHANGES_PAGE, _CHANGES_SHOWN_OF_ALL),
        _indices(book, glance.of_all(book, origins)),
    ]
    return Page("index.html", words.title, sections=sections, banners=book.labels.of_site(), origins=origins)


def _of_agency(book: Book, standing: AgencyStanding) -> Page:
    words, origins, agency = book.words.overview, book.origins(), standing.agency
    key = agency["agency_key"]
    top: list[Block] = [
        Text(overview_sentences.conclusion(book, standing), "lead"),
        overview_tiles.of_agency(book, standing),
    ]
    said = overview_sentences.beside_targets(book, standing)
    rates = overview_sentences.task_rates(book, standing)
    chart = overview_chart.by_area(book, standing)
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, key)]),
        _targets(book, standing, origins, [*([Text(said)] if said else []), *chart]),
        _silent(book, standing.silent, origins, key),
        _overdue(book, standing.overdue, origins, [Text(rates)] if rates else [], key),
        overview_dossiers.section(book, standing.dossiers, origins),
        _upcoming(book, standing.upcoming, origins, key),
        _changes(book, standing.changes, origins, book.agency_path(key, "changes"), _CHANGES_SHOWN),
        _indices(book, glance.of_agency(book, agency, origins) if agency["province_name"] else None),
    ]
    return Page(
        path=book.agency_pages[key],
        title=words.title_of.format(agency=agency["agency_name"]),
        agency_key=key,
        sections=sections,
        banners=book.labels.of_results(key),
        origins=origins,
    )


def _letter(book: Book, page: Page) -> Page:
    """The same without its chart, which nothing would draw; the table of the chart stays."""
    kept = [
        replace(section, blocks=[block for block in section.blocks if not isinstance(block, Chart)])
        for section in page.sections
    ]
    title = book.words.summary.title.format(title=page.title)
    return replace(page, path=page.path.removesuffix("index.html") + LETTER, title=title, sections=kept, is_letter=True)


def _freshness(book: Book, agency_key: str | None) -> Sequence[Block]:
    words = book.words.overview
    received, held_back = book.site["last_received_at"], book.site["values_quarantined"]
    files_new = book.site["files_new"]
    if agency_key:
        files = book.rows_of("quality_files", "agency_key")[agency_key]
        received = max((row["received_at"] for row in files if row["received_at"]), default=None)
        files_new = len(_since(files, book.site["previous_night_at"]))
        held_back = sum(row["values_quarantined"] for row in book.rows_of("quality_summary", "agency_key")[agency_key])
    quality = book.agency_path(agency_key, "quality") if agency_key else QUALITY_PAGE
    letter = f"{book.agency_folder[agency_key]}/{LETTER}" if agency_key else LETTER
    return [
        Text(overview_sentences.freshness(book, received, held_back, files_new), "note"),
        Text(words.quality_link, "beside", href=quality),
        Text(words.letter_link, "beside", href=letter),
    ]


def _since(files: Sequence[Row], night: datetime | None) -> Sequence[Row]:
    """Files that came after a night."""
    return [row for row in files if night and row["received_at"] and row["received_at"] > night]


def _few(book: Book, table: Table, whole: Table, more: Sequence[Block], link: Text | None) -> Sequence[Block]:
    """A table of the worst few; how many there are, and where. The files beside the page hold them all."""
    blocks: list[Block] = [Sheet(table, whole)]
    left = len(whole.lines) - len(table.lines)
    if left:
        text = book.words.overview.more.format(n=formats.number(left))
        blocks.append(Text(text, "note"))
    return [*blocks, *more, *([link] if link else [])]


def _link(book: Book, key: str, name: str) -> Text:
    """To the page that has them all."""
    return Text(
        book.words.overview.all_on.format(page=book.words.nav[name]), "beside", href=book.agency_path(key, name)
    )


def _targets(book: Book, standing: AgencyStanding, origins: Origins, more: Sequence[Block]) -> Section:
    """What is missed or may be; that nothing was judged is no good news, and is said as what it is."""
    words, key, rows = book.words.overview, standing.agency["agency_key"], standing.in_danger
    if not standing.judged:
        return Section("chi-tieu", words.targets_heading, [*overview_unjudged.blocks(book, standing), *more])
    table = overview_tables.targets(book, rows, origins)
    whole = overview_tables.targets(book, rows, book.origins(), None)
    blocks = _few(book, table, whole, more, _link(book, key, "targets")) if rows else [*more]
    return Section("chi-tieu", words.targets_title, blocks or [Text(words.targets_calm, "empty")])


def _silent(book: Book, rows: Sequence[Row], origins: Origins, key: str) -> Section:
    table = overview_tables.silent(book, rows, origins)
    whole = overview_tables.silent(book, rows, book.origins(), None)
    blocks = _few(book, table, whole, [], _link(book, key, "reports")) if rows else []
    return Section("chua-bao-cao", book.words.overview.silent_title, blocks)


def _overdue(book: Book, rows: Sequence[Row], origins: Origins, more: Sequence[Block], key: str) -> Section:
    table = overview_tables.overdue(book, rows, origins)
    whole = overview_tables.overdue(book, rows, book.origins(), None)
    blocks = _few(book, table, whole, more, _link(book, key, "tasks")) if rows else []
    return Section("nhiem-vu", book.words.overview.overdue_title, blocks)


def _upcoming(book: Book, rows: Sequence[Row], origins: Origins, key: str | None) -> Section:
    """The coming month; where it asks for nothing, what comes next."""
    words = book.words.overview
    title = words.upcoming_title.format(days=DAYS_AHEAD)
    near = sorted((row for row in rows if row["days_left"] <= DAYS_AHEAD), key=lambda row: row["days_left"])
    if near:
        parts = overview_tables.alike(near)
        table = overview_tables.upcoming(book, parts, origins, is_root=key is None)
        whole = overview_tables.upcoming(book, parts, book.origins(), None, is_root=key is None)
        return Section("sap-toi", title, _few(book, table, whole, [Text(words.without_own, "note")], None))
    nearest = min(rows, key=lambda row: row["days_left"], default=None)
    said = overview_sentences.nothing_due(book, nearest)
    return Section("sap-toi", title, [Text(f"{said} {words.without_own}")])


def _changes(book: Book, rows: Sequence[Row], origins: Origins, page: str, shown: int) -> Section:
    words = book.words.changes
    if not rows:
        first = book.site["previous_night_at"] is None
        return Section("dem-qua", changes.title(book), [Text(words.first_night if first else words.none)])
    is_of_all = page == CHANGES_PAGE
    table = changes.few(book, rows, origins, shown, is_of_all=is_of_all)
    whole = changes.few(book, rows, book.origins(), None, is_of_all=is_of_all)
    link = Text(words.all_of.format(n=formats.number(len(rows))), "beside", href=page)
    return Section("dem-qua", changes.title(book), [Sheet(table, whole), link])


def _indices(book: Book, table: Table | None) -> Section:
    words = book.words.overview
    if table is None:
        return Section("ba-chi-so", words.indices, [])
    note = [Text(words.indices_note, "note")] if table.lines else []
    return Section("ba-chi-so", words.indices, [Sheet(table), *note])
