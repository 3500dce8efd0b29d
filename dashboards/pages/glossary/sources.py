"""Who published the figures of the indices, on what terms, and which files came."""

from collections.abc import Sequence
from dataclasses import replace

from dashboards.blocks.layout import Block, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.pages.addresses import SITE_PAGES
from dashboards.pages.book import Book
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats

# Where the sources stand on each of the pages.
ANCHOR = "nguon"


def published(book: Book, rows: Sequence[Row]) -> Table:
    """Who published which figures, and on what terms, by index."""
    words = book.words
    columns = [Column(words.glossary.publisher, "name"), Column(words.glossary.document, "wide")]
    columns += [Column(words.column.year), Column(words.glossary.figures, "number")]
    columns.append(Column(words.glossary.licence, "wide"))
    groups = [
        Group([Line(_source(book, row)) for row in found], words.index.full_names.get(index, index))
        for index, found in grouped(rows, "index_code").items()
    ]
    # What an agency has none of may be there of others.
    is_there = bool(book.marts.rows("sources"))
    none = words.glossary.sources_none_own if is_there else words.glossary.sources_none
    return Table("bang-nguon", words.glossary.sources, columns, groups, none)


def elsewhere(book: Book, rows: Sequence[Row]) -> list[Block]:
    """The way to the sources of others, for an agency without any of its own."""
    href = f"{SITE_PAGES['glossary']}#{ANCHOR}"
    is_there = not rows and book.marts.rows("sources")
    return [Text(book.words.glossary.sources_elsewhere, "beside", href=href)] if is_there else []


def _source(book: Book, row: Row) -> Sequence[Cell]:
    words = book.words.glossary
    return [
        Cell(row["publisher"] or words.publisher_none),
        Cell(row["source_title"] or row["source_url"] or formats.DASH, href=_address(row["source_url"])),
        Cell(formats.years(row["year_from"], row["year_to"])),
        Cell(formats.number(row["figures"]), row["figures"]),
        Cell(words.terms.get(row["licence"], row["licence"]), lines=[row["terms"]] if row["terms"] else []),
    ]


def _address(url: str | None) -> str | None:
    """An address to follow; anything but a plain https address is none."""
    return url if url and url.startswith("https://") and " " not in url else None


def received(book: Book) -> Table:
    """Files that came, by kind."""
    words = book.words
    columns = [Column(words.column.kind, "name"), Column(words.glossary.files, "number")]
    columns += [Column(words.glossary.read, "number"), Column(words.glossary.values, "number")]
    columns.append(Column(words.glossary.latest, "text"))
    rows = [
        [
            Cell(words.source_kind.get(row["source_kind"], row["source_kind"])),
            Cell(formats.number(row["files_received"]), row["files_received"]),
            Cell(formats.number(row["files_read"]), row["files_read"]),
            Cell(formats.number(row["values_loaded"]), row["values_loaded"]),
            Cell(formats.instant(row["last_received_at"])),
        ]
        for row in book.marts.rows("source_kinds")
    ]
    return replace(plain("tep-da-nhan", words.glossary.received, columns, rows), is_caption_shown=True)
