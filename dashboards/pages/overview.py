"""The executive overview, of all agencies and of each: what is wrong, how wrong, who has to do what.

Each is there a second time as one file to be sent on.

Read in a minute and printed on two sheets: each table shows the worst few and leads to the page that has them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dashboards.blocks.layout import Block, Chart, Fold, Section, Sheet, Text
from dashboards.blocks.table import Table
from dashboards.origins import Origins
from dashboards.pages import changes, glance, overview_chart, overview_sentences, overview_tables, overview_tiles
from dashboards.pages.book import CHANGES_PAGE, QUALITY_PAGE, Book, Page
from dashboards.pages.standing import DAYS_AHEAD, Standing, standings
from dashboards.row import Row
from dashboards.theme import formats

LETTER: Final = "tom-tat.html"
_CHANGES_SHOWN: Final = 2


def pages(book: Book) -> Iterator[Page]:
    """The overview of all and of each agency, each followed by the file that says the same without scripts."""
    every = standings(book)
    for page in (_of_all(book, every), *(_of_agency(book, standing) for standing in every)):
        yield page
        yield _letter(book, page)


def _of_all(book: Book, every: Sequence[Standing]) -> Page:
    words, origins = book.words.overview, book.origins()
    present = [standing for standing in every if not standing.is_past]
    held_back = book.site["values_quarantined"]
    top: list[Block] = [Text(words.nothing, "empty")]
    if every:
        top = [Text(overview_sentences.conclusion_of_all(book, every), "lead"), overview_tiles.of_all(book, present)]
    past = book.past_plans_note(book.plans)
    targets = _ranked(book, [row for standing in present for row in standing.in_danger])
    silent = [row for standing in present for row in standing.silent]
    overdue = [row for standing in present for row in standing.overdue]
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, None, held_back)]),
        Section("co-quan", words.agencies, [Sheet(overview_tables.agencies(book, every))] if every else []),
        _targets(book, targets, origins, [Text(past, "note")] if past else [], None),
        _silent(book, silent, origins, None),
        _overdue(book, overdue, origins, [], None),
        _upcoming(book, [row for standing in every for row in standing.upcoming], origins, None),
        _changes(book, book.marts.rows("changes"), origins, CHANGES_PAGE),
        _indices(book, glance.of_all(book, origins)),
    ]
    return Page("index.html", words.title, sections=sections, banners=book.site_banners, origins=origins)


def _of_agency(book: Book, standing: Standing) -> Page:
    words, origins, agency = book.words.overview, book.origins(), standing.agency
    key = agency["agency_key"]
    held_back = sum(row["agency_key"] == key for row in book.marts.rows("quality_quarantine"))
    top = [Text(overview_sentences.conclusion(book, standing), "lead"), overview_tiles.of_agency(book, standing)]
    said = overview_sentences.beside_targets(book, standing)
    rates = overview_sentences.task_rates(book, standing)
    chart = overview_chart.by_area(book, standing)
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, key, held_back)]),
        _targets(book, standing.in_danger, origins, [Text(said)] if said else [], key),
        Section("linh-vuc", words.areas, _chart(book, chart) if chart else []),
        _silent(book, standing.silent, origins, key),
        _overdue(book, standing.overdue, origins, [Text(rates)] if rates else [], key),
        _upcoming(book, standing.upcoming, origins, key),
        _changes(book, standing.changes, origins, book.agency_path(key, "changes")),
        _indices(book, glance.of_agency(book, agency, origins) if agency["province_name"] else None),
    ]
    rows = [*standing.judged, *standing.overdue, *standing.silent, *standing.upcoming, *standing.changes]
    return Page(
        path=book.agency_pages[key],
        title=words.title_of.format(agency=agency["agency_name"]),
        agency_key=key,
        sections=sections,
        banners=book.agency_banners(key, rows),
        origins=origins,
    )


def _letter(book: Book, page: Page) -> Page:
    """The same without charts: their tables are open, for nothing draws them."""
    sections = [replace(section, blocks=_unfolded(section.blocks)) for section in page.sections]
    path = page.path.removesuffix("index.html") + LETTER
    return replace(page, path=path, sections=sections, is_letter=True)


def _unfolded(blocks: Sequence[Block]) -> Sequence[Block]:
    kept = [block for block in blocks if not isinstance(block, Chart)]
    return [replace(block, is_open=True) if isinstance(block, Fold) else block for block in kept]


def _freshness(book: Book, agency_key: str | None, held_back: int) -> Sequence[Block]:
    words = book.words.overview
    quality = book.agency_path(agency_key, "quality") if agency_key else QUALITY_PAGE
    letter = f"{book.agency_folder[agency_key]}/{LETTER}" if agency_key else LETTER
    return [
        Text(overview_sentences.freshness(book, held_back), "note"),
        Text(words.quality_link, "beside", href=quality),
        Text(words.letter_link, "beside", href=letter),
    ]


def _ranked(book: Book, rows: Sequence[Row]) -> Sequence[Row]:
    """The worst of all agencies in the one order of what needs attention."""
    items = {(row["plan_key"], row["item_no"]): row["attention_rank"] for row in book.marts.rows("attention")}
    return sorted(rows, key=lambda row: items.get((row["plan_key"], row["target_no"]), len(items) + 1))


def _few(book: Book, table: Table, count: int, more: Sequence[Block], link: Text | None) -> Sequence[Block]:
    """A table of the worst few; how many there are, and where."""
    blocks: list[Block] = [Sheet(table)]
    if count > len(table.lines):
        text = book.words.overview.more.format(n=formats.number(count - len(table.lines)))
        blocks.append(Text(text, "note"))
    return [*blocks, *more, *([link] if link else [])]


def _link(book: Book, key: str | None, name: str) -> Text | None:
    """To the page that has them all; the pages of all agencies have none, their table of agencies leads on."""
    if key is None:
        return None
    return Text(
        book.words.overview.all_on.format(page=book.words.nav[name]), "beside", href=book.agency_path(key, name)
    )


def _targets(book: Book, rows: Sequence[Row], origins: Origins, more: Sequence[Block], key: str | None) -> Section:
    words = book.words.overview
    table = overview_tables.targets(book, rows, origins, is_root=key is None)
    blocks = _few(book, table, len(rows), more, _link(book, key, "targets")) if rows else [*more]
    return Section("chi-tieu", words.targets_title, blocks or [Text(words.targets_calm, "empty")])


def _silent(book: Book, rows: Sequence[Row], origins: Origins, key: str | None) -> Section:
    table = overview_tables.silent(book, rows, origins, is_root=key is None)
    blocks = _few(book, table, len(rows), [], _link(book, key, "reports")) if rows else []
    return Section("chua-bao-cao", book.words.overview.silent_title, blocks)


def _overdue(book: Book, rows: Sequence[Row], origins: Origins, more: Sequence[Block], key: str | None) -> Section:
    table = overview_tables.overdue(book, rows, origins, is_root=key is None)
    blocks = _few(book, table, len(rows), more, _link(book, key, "tasks")) if rows else []
    return Section("nhiem-vu", book.words.overview.overdue_title, blocks)


def _upcoming(book: Book, rows: Sequence[Row], origins: Origins, key: str | None) -> Section:
    """The coming month; where it asks for nothing, what comes next."""
    words = book.words.overview
    title = words.upcoming_title.format(days=DAYS_AHEAD)
    near = sorted((row for row in rows if row["days_left"] <= DAYS_AHEAD), key=lambda row: row["days_left"])
    if near:
        parts = overview_tables.alike(near)
        table = overview_tables.upcoming(book, parts, origins, is_root=key is None)
        return Section("sap-den-han", title, _few(book, table, len(parts), [], None))
    nearest = min(rows, key=lambda row: row["days_left"], default=None)
    said = overview_sentences.nothing_due(book, nearest)
    return Section("sap-den-han", title, [Text(said)])


def _changes(book: Book, rows: Sequence[Row], origins: Origins, page: str) -> Section:
    words = book.words.changes
    if not rows:
        first = book.site["previous_night_at"] is None
        return Section("thay-doi", words.title, [Text(words.first_night if first else words.none)])
    table = changes.table(book, "thay-doi-it", words.title, rows, origins, _CHANGES_SHOWN)
    link = Text(words.all_of.format(n=formats.number(len(rows))), "beside", href=page)
    return Section("thay-doi", words.title, [Sheet(table), link])


def _indices(book: Book, table: Table | None) -> Section:
    words = book.words.overview
    note = [Text(words.indices_note, "note")]
    return Section("chi-so", words.indices, [Sheet(table), *(note if table.lines else [])] if table else [])


def _chart(book: Book, drawn: tuple[Chart, Table]) -> Sequence[Block]:
    chart, table = drawn
    return [chart, Fold(book.words.table.beside, [Sheet(table)], is_reference=True)]
