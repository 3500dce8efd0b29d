"""All provinces of the agencies at a glance: the three indices, a small chart and a table each, and the way to the
pages of the agencies."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Chart, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.figures.index_totals import totals
from dashboards.pages import cells
from dashboards.pages.addresses import SITE_PAGES
from dashboards.pages.book import Book
from dashboards.pages.indices import glance
from dashboards.pages.indices.provinces import INDICES, TOTAL
from dashboards.pages.indices.sentences import how_to_read, missing_years
from dashboards.pages.indices.subject import Subject, latest, subject
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.theme.collation import collation_key


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    words, origins = book.words.index, book.origins()
    sections = [Section("dau-trang", "", [Text(words.all_lead, "lead")])]
    for index in INDICES:
        found = [subject(book, agency, index, origins) for agency in book.agencies]
        known = sorted((one for one in found if one), key=lambda one: collation_key(one.territory))
        absent = sorted({row["province_name"] for row in book.agencies if row["province_name"]}, key=collation_key)
        sections.append(
            Section(index.lower().replace("_", "-"), words.full_names[index], _blocks(book, index, known, absent))
        )
    yield Page(
        path=SITE_PAGES["indices"],
        title=words.all_title,
        crumbs=[(book.words.nav.overview, SITE_PAGES["overview"])],
        banners=book.labels.of_site(),
        origins=origins,
        contents=True,
        sections=sections,
    )


def _blocks(book: Book, index: str, known: Sequence[Subject], provinces: Sequence[str]) -> Sequence[Block]:
    """Chart, table, and the provinces of which nothing is there."""
    words = book.words.index
    if not known:
        return [Text(words.nothing, "empty")]
    table_id = f"cac-tinh-{index.lower().replace('_', '-')}"
    chart = _chart(book, index, known, table_id)
    named = {one.agency["province_name"] for one in known}
    absent = [name for name in provinces if name not in named]
    missing = [Text(words.all_absent.format(provinces=", ".join(absent)), "note")] if absent else []
    return [
        Text(words.leads[index]),
        *([chart, *_how_to_read(known)] if chart else []),
        Sheet(_table(book, table_id, index, known)),
        *missing,
    ]


def _chart(book: Book, index: str, known: Sequence[Subject], table_id: str) -> Chart | None:
    """The whole index of each province; the highest and the lowest of the latest year are said."""
    words, first = book.words.index, known[0]
    by_province = {one.territory: one.of(TOTAL) for one in known}
    newest = [row for row in (latest(rows) for rows in by_province.values()) if row]
    unit = newest[0]["unit"] if newest else None
    title = words.all_chart.format(index=words.names[index], unit=book.phrases.unit(unit))
    figure = totals(
        f"cac-tinh-{first.path.rpartition('/')[2].removesuffix('.html')}-hinh",
        title,
        _caption(book, newest),
        by_province,
        first.spread(TOTAL, unit),
        first.frameworks_breaks,
        book.phrases,
        first.origin_id,
    )
    return Chart(figure, table_id) if figure else None


def _how_to_read(known: Sequence[Subject]) -> Sequence[Block]:
    """What the bands and the dotted lines of the chart are."""
    first, rows = known[0], [row for one in known for row in one.of(TOTAL) if row["value"] is not None]
    spread = first.spread(TOTAL, rows[-1]["unit"] if rows else None)
    years = sorted({row["year"] for row in [*rows, *spread]})
    said = how_to_read(first, spread, first.frameworks_breaks, years)
    return [Text(said, "note")] if said else []


def _caption(book: Book, newest: Sequence[Row]) -> str:
    """Who is highest and lowest in the last year of which any of them has a score."""
    words = book.words.index
    if not newest:
        return str(words.caption_none)
    year = max(row["year"] for row in newest)
    rows = sorted((row for row in newest if row["year"] == year), key=lambda row: -row["value"])
    said = [f"{row['territory']} {book.phrases.quantity(row['value'], row['unit'])}" for row in (rows[0], rows[-1])]
    if len(rows) == 1:
        return str(words.all_caption_one.format(year=year, only=said[0]))
    return str(words.all_caption.format(year=year, n=len(rows), high=said[0], low=said[1]))


def _table(book: Book, table_id: str, index: str, known: Sequence[Subject]) -> Table:
    """A line per agency: the last score and rank of its province, leading to its page."""
    words = book.words
    columns = [Column(words.column.province, "name"), Column(words.column.agency), *glance.figure_columns(book)]
    columns.append(Column(words.index.missing, "wide"))
    caption = words.index.all_table.format(index=words.index.names[index])
    table = plain(table_id, caption, columns, [_line(book, one) for one in known])
    return cells.with_rank_note(book, table)


def _line(book: Book, one: Subject) -> Sequence[Cell]:
    name = Cell(one.agency["province_name"] or one.territory, href=one.path)
    missing = Cell(" ".join(missing_years(one, one.of(TOTAL))) or book.words.common.none)
    return [name, Cell(one.agency["agency_name"]), *glance.figures(one), missing]
