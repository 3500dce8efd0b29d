"""The executive overview, of all agencies and of each: what is wrong, how wrong, who has to do what.

Read in a minute and printed on two sheets: each list shows the worst few and leads to the page that has them all. Each
overview is there a second time as one file to be sent on, which holds them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from dashboards.blocks.layout import Block, Chart, Fold, Section, Sheet, Text
from dashboards.pages.book import CHANGES_PAGE, QUALITY_PAGE, Book
from dashboards.pages.indices import glance, mergers
from dashboards.pages.overview import all_agencies as overview_all
from dashboards.pages.overview import chart as overview_chart
from dashboards.pages.overview import dossiers as overview_dossiers
from dashboards.pages.overview import sentences as overview_sentences
from dashboards.pages.overview import tiles as overview_tiles
from dashboards.pages.overview.sections import Sections
from dashboards.pages.page import Page
from dashboards.pages.standing import AgencyStanding, standings
from dashboards.row import Row

LETTER: Final = "tom-tat.html"


def pages(book: Book) -> Iterator[Page]:
    """The overview of all and of each agency, each followed by the file that says the same without scripts."""
    every = standings(book)
    yield _of_all(book, every, is_whole=False)
    yield _letter(book, _of_all(book, every, is_whole=True))
    for standing in every:
        yield _of_agency(book, standing, is_whole=False)
        yield _letter(book, _of_agency(book, standing, is_whole=True))


def _of_all(book: Book, every: Sequence[AgencyStanding], *, is_whole: bool) -> Page:
    words, lists = book.words.overview, Sections(book, is_whole=is_whole)
    present = [standing for standing in every if not standing.is_past]
    top: list[Block] = [Text(words.nothing, "empty")]
    if every:
        top = [Text(overview_sentences.conclusion_of_all(book, every), "lead"), overview_tiles.of_all(book, present)]
    past = book.past_plans_note(book.plans)
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, None)]),
        Section("cac-co-quan", words.agencies, [Sheet(overview_all.agencies(book, every))] if every else []),
        lists.worst(present, [Text(past, "note")] if past else []),
        lists.upcoming([row for standing in every for row in standing.upcoming], is_root=True),
        lists.changes(book.marts.rows("changes"), CHANGES_PAGE),
        lists.indices(glance.of_all(book, lists.origins)),
    ]
    return Page("index.html", words.title, sections=sections, banners=book.labels.of_site(), origins=lists.origins)


def _of_agency(book: Book, standing: AgencyStanding, *, is_whole: bool) -> Page:
    words, agency, lists = book.words.overview, standing.agency, Sections(book, is_whole=is_whole)
    key = agency["agency_key"]
    top: list[Block] = [
        Text(overview_sentences.conclusion(book, standing), "lead"),
        overview_tiles.of_agency(book, standing),
    ]
    top += [Text(text, "note") for text in mergers.of_agency(book, agency)]
    said = overview_sentences.beside_targets(book, standing)
    told = (overview_sentences.several_leads(book, standing), overview_sentences.task_rates(book, standing))
    chart = overview_chart.by_area(book, standing)
    sections = [
        Section("dau-trang", "", [*top, *_freshness(book, key)]),
        lists.targets(standing, [*([Text(said)] if said else []), *chart]),
        lists.silent(standing),
        lists.overdue(standing, [Text(text) for text in told if text]),
        overview_dossiers.section(book, standing.dossiers, lists.origins),
        lists.upcoming(standing.upcoming, is_root=False),
        lists.changes(standing.changes, book.agency_path(key, "changes")),
        lists.indices(glance.of_agency(book, agency, lists.origins) if agency["province_name"] else None),
    ]
    return Page(
        path=book.agency_pages[key],
        title=words.title_of.format(agency=agency["agency_name"]),
        agency_key=key,
        sections=sections,
        banners=book.labels.of_results(key),
        origins=lists.origins,
    )


def _letter(book: Book, page: Page) -> Page:
    """The same without its chart, which nothing would draw; the table of the chart stays, and nothing is folded."""
    kept = [
        replace(section, blocks=[_unfolded(block) for block in section.blocks if not isinstance(block, Chart)])
        for section in page.sections
    ]
    title = book.words.summary.title.format(title=page.title)
    return replace(page, path=page.path.removesuffix("index.html") + LETTER, title=title, sections=kept, is_letter=True)


def _unfolded(block: Block) -> Block:
    return replace(block, is_open=True) if isinstance(block, Fold) else block


def _freshness(book: Book, agency_key: str | None) -> Sequence[Block]:
    words = book.words.overview
    files, held_back = book.marts.rows("quality_files"), book.site["values_quarantined"]
    files_new = book.site["files_new"]
    if agency_key:
        files = book.rows_of("quality_files", "agency_key")[agency_key]
        files_new = len(_since(files, book.site["previous_night_at"]))
        held_back = sum(row["values_quarantined"] for row in book.rows_of("quality_summary", "agency_key")[agency_key])
    quality = book.agency_path(agency_key, "quality") if agency_key else QUALITY_PAGE
    letter = f"{book.agency_folder[agency_key]}/{LETTER}" if agency_key else LETTER
    return [
        Text(overview_sentences.freshness(book, newest_used(files), held_back, files_new), "note"),
        Text(words.quality_link, "beside", href=quality),
        Text(words.letter_link, "beside", href=letter),
    ]


def newest_used(files: Sequence[Row]) -> datetime | None:
    """When the newest file came that figures are made of: one taken back or not used makes nothing fresher."""
    return max((row["received_at"] for row in files if row["status"] == "read" and row["received_at"]), default=None)


def _since(files: Sequence[Row], night: datetime | None) -> Sequence[Row]:
    """Files that came after a night."""
    return [row for row in files if night and row["received_at"] and row["received_at"] > night]
