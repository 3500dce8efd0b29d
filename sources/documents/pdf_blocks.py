"""Pages to blocks: what stands on them in reading order, tables and sentences whole over page ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sources.documents.blocks import Block
from sources.documents.pdf_layout import Layout, Placed
from sources.documents.pdf_margins import without_margins
from sources.documents.pdf_pages import Page
from sources.documents.pdf_paragraphs import read_paragraphs
from sources.documents.pdf_tables import Piece, goes_on, read_table


def blocks_of(pages: Sequence[Page]) -> Iterator[Block]:
    """Blocks of pages in reading order: running heads gone, lines joined over page ends, tables too."""
    placed = _numbered(pages)
    layout = Layout([part for part in placed if isinstance(part, Placed)])
    lines: list[Placed] = []
    pieces: list[Piece] = []
    table = 0
    for part in placed:
        if isinstance(part, Placed):
            if pieces:
                table += 1
                yield from read_table(pieces, table)
                pieces = []
            lines.append(part)
            continue
        yield from read_paragraphs(lines, layout)
        lines = []
        if pieces and not (pieces[-1].page + 1 == part.page and goes_on(pieces[-1], part)):
            table += 1
            yield from read_table(pieces, table)
            pieces = []
        pieces.append(part)
    yield from read_paragraphs(lines, layout)
    if pieces:
        yield from read_table(pieces, table + 1)


def _numbered(pages: Sequence[Page]) -> list[Placed | Piece]:
    """Lines with their page and number, and tables, without what stands at the edges of pages."""
    kept = without_margins([page.lines for page in pages], [page.height for page in pages])
    parts: list[Placed | Piece] = []
    for page, lines in zip(pages, kept, strict=True):
        numbers = {id(line): number for number, line in enumerate(lines, start=1)}
        for part in page.parts:
            if isinstance(part, Piece):
                parts.append(replace(part, is_unconfirmed=page.is_scan))
            elif id(part) in numbers:
                parts.append(Placed(part, numbers[id(part)], page.number, page.width, page.is_scan))
    return parts
