"""How a sheet falls on pages of A4: so that the signatures never stand alone on a page, under nothing but a head."""

from collections.abc import Sequence
from typing import Final

# A4 in points without the margins of layout.py: across and down, lying and standing.
_LYING: Final = (784.0, 508.0)
_STANDING: Final = (537.0, 755.0)
# A column of w signs is 7 w + 5 pixels of 0.75 points wide (Open XML, 18.3.1.13, at the usual font); some programs
# draw it three in a hundred wider.
_POINTS_A_SIGN: Final = 5.4
_POINTS_A_COLUMN: Final = 3.75
# A little more or less room in every line, the least noticeable first.
_CHANGES: Final = sorted((half / 2 for half in range(-20, 33)), key=abs)
# Programs differ by some points a page: what just fits in one must fit in the other, or in neither.
_SPARES: Final = (0.95, 1.02)
# Lines that go with the signatures onto a new page.
_COMPANY: Final = 2


def heights(
    widths: Sequence[float],
    needed: Sequence[float],
    *,
    above: float,
    head: float,
    foot: float,
    usual: float,
    landscape: bool,
) -> list[float]:
    """Height of each line, near `usual` or what its words need, with which foot and last line come onto one page.

    needed: what the words of each line need; above, head, foot: heights over the table, of the rows repeated on every
    page, and of what follows the last line; all in points. Nothing is changed where no change helps.
    """
    across, down = _LYING if landscape else _STANDING
    drawn = sum(_POINTS_A_SIGN * width + _POINTS_A_COLUMN for width in widths if width)
    # Sheets are made smaller by whole per cents.
    page = down / min(int(100 * across / drawn), 100) * 100
    found: list[tuple[int, list[float]]] = []
    for change in _CHANGES:
        lines = [max(height, usual) + change for height in needed]
        if change < 0:
            lines = [max(height, usual + change) for height in needed]
        counts = [_pages_of(lines, page * spare, above, head, foot) for spare in _SPARES]
        if None not in counts:
            found.append((max(count for count in counts if count is not None), lines))
    # A page less is worth more than an even look; of one number of pages the first change is the least noticeable.
    return min(found, key=lambda one: one[0])[1] if found else [max(height, usual) for height in needed]


def _pages_of(lines: Sequence[float], page: float, above: float, head: float, foot: float) -> int | None:
    """Pages of the table, None where the foot does not follow on the page of the last line, or that line is alone."""
    room, on_page, pages = page - above - head, 0, 1
    for height in lines:
        if height > room and on_page:
            room, on_page, pages = page - head, 0, pages + 1
        room -= height
        on_page += 1
    return pages if foot <= room and on_page >= min(_COMPANY, len(lines)) else None
