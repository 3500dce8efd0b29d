"""PAR INDEX, SIPAS and PAPI of an agency's province: over the years, by component, and beside each component what the
agency's own plans ask for."""

from collections.abc import Iterator
from dataclasses import replace

from dashboards.blocks.layout import Block, Chart, Fold, Section, Sheet, Text, Tile, Tiles
from dashboards.blocks.table import Cell
from dashboards.figures.index_ranks import ranks
from dashboards.figures.spread import middle_name
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.indices import references as index_references
from dashboards.pages.indices import sentences as index_sentences
from dashboards.pages.indices import tables as index_tables
from dashboards.pages.indices.components import components, course_chart
from dashboards.pages.indices.provinces import INDICES, TOTAL
from dashboards.pages.indices.subject import Subject, latest, subject
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.theme import formats


def pages(book: Book) -> Iterator[Page]:
    """A page for each index of which the collection knows anything for the agency's province."""
    for agency in book.agencies:
        for index in INDICES:
            found = subject(book, agency, index)
            if found:
                yield _page(found)


def _page(subject: Subject) -> Page:
    book, words = subject.book, subject.book.words.index
    key = subject.agency["agency_key"]
    shown = [row for row in subject.items if row["year"] == subject.work_year]
    sections = [
        Section("dau-trang", "", _head(subject)),
        Section("cac-nam-qua", words.total, _years(subject)),
        Section("cac-thanh-phan", words.components, components(subject)),
        Section("khung-tinh-diem", words.breaks, _frameworks(subject)),
    ]
    # The list of sources is made while the tables above are filled.
    sections.append(
        Section("nguon", words.sources, [Sheet(index_references.sources(subject))] if subject.sources else [])
    )
    return Page(
        path=subject.path,
        title=words.title.format(index=words.names[subject.index], province=subject.province),
        agency_key=key,
        crumbs=[(subject.agency["agency_name"], book.agency_pages[key])],
        banners=book.labels.of_agency(key, shown),
        origins=subject.origins,
        sections=sections,
    )


def _head(subject: Subject) -> list[Block]:
    """Whose index it is, the figures of the latest year, the conclusion."""
    row = latest(subject.of(TOTAL))
    tiles = _tiles(subject, row) if row else []
    return [
        Text(index_sentences.whose(subject), "lead"),
        *([Tiles(tiles)] if tiles else []),
        Text(index_sentences.verdict(subject), "conclusion"),
    ]


def _tiles(subject: Subject, row: Row) -> list[Tile]:
    """Score, rank, and the middle and the best of all provinces."""
    words = subject.book.words.index
    top = words.of_max.format(points=formats.number(row["max_points"])) if row["unit"] == "points" else ""
    score, told = _large(subject, index_tables.score(subject, row), row, top)
    tiles = [Tile(words.tile_score.format(year=subject.book.phrases.index_year(row)), score, told)]
    ranked = latest(subject.of(TOTAL), "rank")
    if ranked:
        place = cells.rank(subject.book, ranked, subject.origin(ranked))
        how = words.tile_computed if ranked["is_rank_computed"] else ""
        tiles.append(Tile(words.tile_rank.format(year=ranked["year"]), place, how))
    for name in (middle_name(subject.spread(TOTAL, row["unit"])), "max"):
        found = subject.statistic(row, name)
        if found:
            label = words.tile_statistic.format(name=words.statistic[name], year=row["year"])
            count = words.of_provinces.format(n=found["n_provinces"]) if found["n_provinces"] else ""
            tiles.append(Tile(label, *_large(subject, index_tables.statistic(subject, found), found, count)))
    return tiles


def _large(subject: Subject, cell: Cell, row: Row, line: str) -> tuple[Cell, str]:
    """A figure in large letters, and the line below: points are named there, so that it fits a phone, and what its
    star means."""
    words, text = subject.book.words.index, formats.quantity(row["value"], "%" if row["unit"] == "percent" else "")
    if not cell.is_starred:
        return replace(cell, text=text), line
    said = [words.tile_computed, *([line] if line else [])]
    return replace(cell, text=words.rank_starred.format(rank=text)), " · ".join(said)


def _years(subject: Subject) -> list[Block]:
    """The course of the whole index, how its province changed, its rank, year by year."""
    words, rows = subject.book.words.index, subject.of(TOTAL)
    blocks: list[Block] = []
    chart = course_chart(subject, TOTAL, rows)
    if chart:
        spread = subject.spread(TOTAL, next((row["unit"] for row in reversed(rows) if row["value"] is not None), None))
        years = sorted({row["year"] for row in [*rows, *spread]})
        note = index_sentences.how_to_read(subject, spread, subject.breaks, years)
        blocks += [chart, *([Text(note, "note")] if note else [])]
    merged = index_sentences.merger(subject)
    blocks += [Text(" ".join(merged), "note")] if merged else []
    ranked = [row for row in rows if row["rank"] is not None]
    if ranked:
        title = words.rank_chart.format(province=subject.province)
        caption = index_sentences.rank_caption(subject, rows)
        figure = ranks("thu-hang", title, caption, rows, subject.breaks, subject.book.phrases, subject.origin_id)
        blocks += [Chart(figure, "cac-nam")] if figure else []
    return [*blocks, Sheet(index_tables.years(subject))]


def _frameworks(subject: Subject) -> list[Block]:
    """Which framework held when."""
    words = subject.book.words.index
    table = Sheet(index_references.frameworks(subject))
    return [Text(words.breaks_lead), Fold(words.breaks_fold.format(n=len(subject.frameworks)), [table])]
