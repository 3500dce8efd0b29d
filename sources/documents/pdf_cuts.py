"""Rows of a table that the end of a page has cut in two: the words below go back to the cells above."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.documents.pdf_words import Line
from sources.documents.pdf_wraps import fits, is_cut, is_start, joined

# A sentence is at its end.
_ENDS = ".;:"


@dataclass(slots=True)
class Row:
    """One row on one page. lines and rights: of the cells that hold words, their printed lines and where these end.

    reaches_down: columns whose cell goes on into the next row, or began in a row above; merged: those that began above.
    """

    cells: list[str]
    reaches_down: set[int]
    lines: dict[int, list[Line]]
    rights: dict[int, float]
    merged: set[int]


def join_cut(above: Sequence[Row], below: Sequence[Row]) -> None:
    """Words that the end of a page has cut from a cell go back to it: the whole first row, else cells of it."""
    last = next((row for row in reversed(above) if any(row.cells)), None)
    first = next((row for row in below if any(row.cells)), None)
    if last is None or first is None:
        return
    filled = [column for column, cell in enumerate(first.cells) if cell]
    if _is_rest(last, first, filled):
        for column in filled:
            _give_back(last, first, column)
        return
    for column in filled:
        owner = next((row for row in reversed(above) if row.cells[column]), None)
        is_merged = 0 not in filled or column in above[-1].reaches_down
        if owner is not None and is_merged and first.cells[column][0].islower() and _wraps(owner, first, column):
            _give_back(owner, first, column)


def _is_rest(last: Row, first: Row, filled: Sequence[int]) -> bool:
    """Whether a row is what the page before had no room for: no number, and every cell goes on with a full line.

    Two cells that do so are no chance; one alone also begins in small letters, or its sentence is not at its end.
    """
    if 0 in filled or not all(last.cells[column] and _wraps(last, first, column) for column in filled):
        return False
    return len(filled) > 1 or first.cells[filled[0]][0].islower() or last.cells[filled[0]][-1] not in _ENDS


def _wraps(upper: Row, lower: Row, column: int) -> bool:
    before, line, right = upper.lines[column][-1], lower.lines[column][0], upper.rights[column]
    return is_cut(before, line, right) or not (fits(before, line, right) or is_start(line.text))


def _give_back(upper: Row, lower: Row, column: int) -> None:
    before, line = upper.lines[column][-1], lower.lines[column][0]
    rest = joined("", before, line, upper.rights[column]).removesuffix(line.text)
    upper.cells[column] = f"{upper.cells[column]}{rest}{lower.cells[column]}"
    lower.cells[column] = ""
