"""Ruled tables of PDF pages to rows: merged cells blank after the first, one table where it goes on over pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sources.documents.blocks import Block, plain
from sources.documents.pdf_cuts import Row, join_cut
from sources.documents.pdf_grids import Grid, Slot
from sources.documents.pdf_words import Line, Word, lines_of
from sources.documents.pdf_wraps import BLURRED, fits, is_cut, is_dash, is_start, joined

# Borders of one table on two pages differ by less; tables set apart differ by more.
_SAME = 4.0
# Share of the borders that two pieces of one table have in common: a page may lack those of a divided heading.
_ALIKE = 0.6
# Word sets text 5.4 points off a border; where no cell shows it, text is not expected to touch.
_PADDING = (1.0, 8.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a table that stands on one page. words: of each cell, by its first slot."""

    page: int
    grid: Grid
    words: dict[Slot, tuple[Word, ...]]
    is_unconfirmed: bool = False


def take_words(page: int, grids: Sequence[Grid], words: Sequence[Word]) -> tuple[list[Piece], list[Word]]:
    """The tables of a page with the words in them, and the words outside."""
    taken: list[dict[Slot, list[Word]]] = [defaultdict(list) for _ in grids]
    outside = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.base - word.size / 3
        for grid, cells in zip(grids, taken, strict=True):
            slot = grid.slot_at(x, y)
            if slot is not None:
                cells[grid.owners[slot]].append(word)
                break
        else:
            outside.append(word)
    pieces = [
        Piece(page, grid, {slot: tuple(held) for slot, held in cells.items()})
        for grid, cells in zip(grids, taken, strict=True)
    ]
    return [piece for piece in pieces if piece.words], outside


def goes_on(upper: Piece, lower: Piece) -> bool:
    """Whether the table at the head of a page is the one that the page before ends with."""
    above, below = upper.grid.xs, lower.grid.xs
    if abs(above[0] - below[0]) > _SAME or abs(above[-1] - below[-1]) > _SAME:
        return False
    few, many = sorted((above, below), key=len)
    return sum(any(abs(x - other) <= _SAME for other in many) for x in few) >= _ALIKE * len(few)


def read_table(pieces: Sequence[Piece], table: int) -> list[Block]:
    """Rows of one table, all its pages. Places count the rows of each page."""
    edges = _edges(x for piece in pieces for x in piece.grid.xs)
    pages = [_rows(piece, edges) for piece in pieces]
    for above, below in pairwise(pages):
        join_cut(above, below)
    blocks = []
    for piece, rows in zip(pieces, pages, strict=True):
        for number, row in enumerate((row for row in rows if any(row.cells)), start=1):
            text = " ".join(cell for cell in row.cells if cell)
            place = f"trang {piece.page}, bảng {table}, hàng {number}"
            merged = tuple(sorted(row.merged))
            row_block = Block(
                "table_row", text, place, cells=tuple(row.cells), table=table, merged=merged, page=piece.page
            )
            blocks.append(replace(row_block, is_unconfirmed=piece.is_unconfirmed))
    return blocks


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME:
            edges.append(value)
    return edges


def _rows(piece: Piece, edges: Sequence[float]) -> list[Row]:
    grid = piece.grid
    padding = _padding(piece) + (BLURRED if piece.is_unconfirmed else 0)
    columns = [min(range(len(edges)), key=lambda at: abs(edges[at] - x)) for x in grid.xs[:-1]]
    rows = [Row([""] * (len(edges) - 1), set(), {}, {}, set()) for _ in grid.ys[:-1]]
    for slot, first in grid.owners.items():
        if slot[0] != first[0]:
            rows[slot[0]].reaches_down.add(columns[first[1]])
            rows[slot[0]].merged.add(columns[first[1]])
            rows[first[0]].reaches_down.add(columns[first[1]])
    for first, words in piece.words.items():
        row, column = rows[first[0]], columns[first[1]]
        row.lines[column] = lines_of(words)
        row.rights[column] = grid.right_of(first) - padding
        row.cells[column] = _text(row.lines[column], row.rights[column])
    return rows


def _padding(piece: Piece) -> float:
    """How far text keeps off the borders: the least distance on the left."""
    least, most = _PADDING
    distances = [word.x0 - piece.grid.xs[first[1]] for first, words in piece.words.items() for word in words]
    return max(least, min(most, *distances))


def _text(lines: Sequence[Line], right: float) -> str:
    """Text of a cell, lines that were only wrapped joined."""
    parts: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _goes_on(parts[-1], before, line, right):
            parts[-1] = joined(parts[-1], before, line, right)
        else:
            parts.append(line.text)
        before = line
    return plain("\n".join(parts))


def _goes_on(part: str, before: Line, line: Line, right: float) -> bool:
    """Whether a line of a cell goes on with the part above. After an item, a dash begins the next."""
    if is_cut(before, line, right) or (not is_start(part) and is_dash(before, line, right)):
        return True
    return not (fits(before, line, right) or is_start(line.text))
