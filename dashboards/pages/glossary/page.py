"""Indicators with their formula, what states mean, how things are judged, sources and their terms: of the whole site,
and for each agency what its own plans use."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboards.blocks.layout import Block, Folds, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.pages.addresses import SITE_PAGES
from dashboards.pages.book import Book, indicator_anchor
from dashboards.pages.glossary import rules as glossary_rules
from dashboards.pages.glossary import sources as glossary_sources
from dashboards.pages.indices import provinces
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key


def pages(book: Book) -> Iterator[Page]:
    """One for all, and one for each agency."""
    indicators, sources = book.marts.rows("indicators"), book.marts.rows("sources")
    crumbs = [(book.words.nav.overview, SITE_PAGES["overview"])]
    yield _page(book, SITE_PAGES["glossary"], indicators, sources, crumbs, None)
    for agency in book.agencies:
        key = agency["agency_key"]
        used = _used(book, key)
        yield _page(
            book,
            book.agency_path(key, "glossary"),
            [row for row in indicators if row["indicator_code"] in used],
            _cited(book, key, sources),
            [(agency["agency_name"], book.agency_pages[key])],
            key,
        )


def _page(
    book: Book,
    path: str,
    indicators: Sequence[Row],
    sources: Sequence[Row],
    crumbs: Sequence[tuple[str, str]],
    agency_key: str | None,
) -> Page:
    words = book.words.glossary
    lead = words.lead if agency_key is None else words.lead_agency
    received = [Sheet(glossary_sources.received(book))] if agency_key is None else []
    return Page(
        path=path,
        title=words.title,
        agency_key=agency_key,
        crumbs=crumbs,
        banners=book.labels.of_site() if agency_key is None else book.labels.of_agency(agency_key, []),
        contents=True,
        sections=[
            Section("dau-trang", "", [Text(lead.format(n=len(indicators)), "lead")]),
            Section("tinh-trang", words.states, glossary_rules.legend(book)),
            Section("cach-xet", words.rules, glossary_rules.rules(book, has_indices=bool(sources))),
            Section("chi-tieu-theo-doi", words.indicators, [Folds(_indicators(book, indicators))]),
            Section(glossary_sources.ANCHOR, words.sources, [*_published(book, sources), *received]),
            Section("chua-biet", words.unknown_title, glossary_rules.unknown(book)),
        ],
    )


def _published(book: Book, sources: Sequence[Row]) -> list[Block]:
    """Who published the figures; of how many nobody knows the terms."""
    unclear = sum(row["licence"] == "unknown" for row in sources)
    terms = [Text(book.words.glossary.unclear.format(n=unclear, whole=len(sources)), "note")] if unclear else []
    elsewhere = glossary_sources.elsewhere(book, sources)
    return [*terms, Folds(glossary_sources.published(book, sources)), *elsewhere]


def _used(book: Book, agency_key: str) -> set[str]:
    """Indicators of the agency's targets, and of the figures that its units sent."""
    targets = book.rows_of("plan_targets", "agency_key")[agency_key]
    items = book.rows_of("yardstick_items", "agency_key")[agency_key]
    return {row["indicator_code"] for row in [*targets, *items] if row["indicator_code"]}


def _cited(book: Book, agency_key: str, sources: Sequence[Row]) -> list[Row]:
    """Sources of the figures that the pages of its province show."""
    shown: set[tuple[str, str | None, str | None]] = set()
    for index in provinces.INDICES:
        scores = provinces.scores(book, agency_key, index)
        spread = book.rows_of("index_statistics", "index_code")[index] if scores else []
        shown |= {(index, row["source_title"], row["source_url"]) for row in [*scores, *spread]}
    return [row for row in sources if (row["index_code"], row["source_title"], row["source_url"]) in shown]


def _indicators(book: Book, rows: Sequence[Row]) -> Table:
    """Indicators by reform area, those without one last."""
    words = book.words.glossary
    ordered = sorted(rows, key=_area_order)
    by_area: dict[str, list[Line]] = {}
    for row in ordered:
        by_area.setdefault(str(row["reform_area_name"] or book.words.common.without_area), []).append(
            _indicator(book, row)
        )
    groups = [Group(lines, area) for area, lines in by_area.items()]
    columns = [Column(words.indicator, "name"), Column(words.formula, "wide"), Column(words.judged)]
    columns += [Column(words.contributors), Column(words.bears_on, "wide")]
    return Table("bang-chi-tieu", words.indicators, columns, groups, words.indicators_none)


def _area_order(row: Row) -> tuple[Any, ...]:
    return row["area_order"] is None, row["area_order"] or 0, collation_key(row["indicator_name"])


def _indicator(book: Book, row: Row) -> Line:
    words = book.words.glossary
    unit = book.phrases.unit(row["unit"])
    kind = words.value_kind.get(row["value_kind"], row["value_kind"])
    name = row["indicator_name"] or row["indicator_code"]
    tolerance = row["tolerance_points"]
    judged = [words.tolerance.format(points=formats.number(tolerance))] if tolerance else []
    used = [words.used.format(targets=row["targets"], plans=row["plans"])] if row["targets"] else [words.unused]
    over_units = words.over_units.get(row["aggregation_over_units"], "")
    over_periods = words.over_periods.get(row["aggregation_over_periods"], "")
    cells = [
        Cell(name, lines=[", ".join(part for part in (kind, unit) if part), *used]),
        Cell(row["formula"] or words.formula_none, lines=[line for line in (over_units, over_periods) if line]),
        Cell(words.direction.get(row["direction"], ""), lines=judged),
        Cell(row["contributing_units"] or formats.DASH, lines=[words.frequency.get(row["frequency"], "")]),
        Cell(row["index_components"] or words.bears_on_none),
    ]
    return Line(cells, indicator_anchor(row["indicator_code"]))
