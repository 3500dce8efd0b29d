"""Columns of a Word table: which cells of its rows stand under each other.

Every row has a grid of its own. Rows whose lines were dragged by a few millimetres get columns of their own in the
file, though on paper the cells stand under each other.
"""

from dataclasses import dataclass
from typing import Any, Final

from sources.documents.flow import WIDEST_SPAN
from sources.documents.word_package import w
from sources.documents.word_styles import value

# Half a centimetre in twentieths of a point: no column with words in it is narrower.
_NARROWEST: Final = 284
_MOST_COLUMNS: Final = 500
# Two cells of a row may be merged on purpose into two others; three or more are the columns of the table.
_LEAST_COLUMNS: Final = 3
# No page is a hundred thousand twentieths of a point wide.
_WIDEST_COLUMN: Final = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: grid columns from start up to, not including, end."""

    start: int
    end: int


def places_of(row: Any, cells: list[Any]) -> list[Place]:
    """Grid columns of the cells of one row, as far as the file says."""
    start = _whole(value(row.find(w("trPr")), "gridBefore", "0"), 0, WIDEST_SPAN)
    places = []
    for cell in cells:
        span = max(1, _whole(value(cell.find(w("tcPr")), "gridSpan", "1"), 1, WIDEST_SPAN))
        places.append(Place(start, start + span))
        start += span
    return places


def aligned(table: Any, rows: list[list[Place]]) -> list[list[Place]]:
    """The same places in columns as they look: edges that lie close together are one edge, and a row with as many
    cells as the widest row has them in the same columns."""
    close = _close_edges(table)
    if close:
        moved = [[Place(close.get(p.start, p.start), close.get(p.end, p.end)) for p in row] for row in rows]
        # A cell that would vanish is a narrow column after all.
        if all(place.start < place.end for row in moved for place in row):
            rows = moved
    widest = max(rows, key=len, default=[])
    return [
        list(widest) if len(row) == len(widest) >= _LEAST_COLUMNS and row[0].start == widest[0].start else row
        for row in rows
    ]


def _close_edges(table: Any) -> dict[int, int]:
    """Grid edge -> visible edge; empty where the file gives no widths, or no edges lie close together."""
    grid = table.find(w("tblGrid"))
    widths = (
        []
        if grid is None
        else [_whole(column.get(w("w"), ""), 0, _WIDEST_COLUMN) for column in grid.findall(w("gridCol"))]
    )
    if not widths or len(widths) > _MOST_COLUMNS or not all(widths):
        return {}
    edges, visible, at, last = {0: 0}, 0, 0, 0
    for column, width in enumerate(widths, start=1):
        at += width
        if at - last >= _NARROWEST:
            visible, last = visible + 1, at
        edges[column] = visible
    return edges if visible < len(widths) else {}


def _whole(text: str, default: int, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() else default
