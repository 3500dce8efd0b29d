"""The lines of a table and the foot under them: how high each line is, so that words fit and pages break well."""

from collections.abc import Sequence
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.results.template import pages
from sources.results.template.form import Form
from sources.results.template.layout import FOOT_HEIGHT, height_above, put_foot, set_height
from sources.results.template.table import Column, put_line, widths_of
from sources.worksheet import Content

# Signs that the indent of a cell takes from its width.
_INDENT: Final = 2
# A letter of this font is narrower than the digit that widths are counted in; words break before the edge.
_LETTER: Final = 0.87
# One line of 11 points inside a cell.
_LINE: Final = 15
# The highest row that the file format knows, in points.
_HIGHEST: Final = 409


def put_lines(
    sheet: Worksheet,
    form: Form,
    head: tuple[int, int],
    columns: Sequence[Column],
    lines: Sequence[Sequence[Content]],
    least: float,
    *,
    landscape: bool = True,
) -> int:
    """Write all lines and the foot. head: first and last row of the head; the number of the last line's row.

    least: height of a line whose words need less, in points; it gives way a little for the sake of the page.
    """
    first = head[1] + 1
    needed = [_needed(columns, contents) for contents in lines]
    table_head = height_above(sheet, first) - height_above(sheet, head[0])
    chosen = pages.heights(
        widths_of(columns),
        needed,
        above=height_above(sheet, head[0]),
        head=table_head,
        foot=FOOT_HEIGHT,
        usual=least,
        landscape=landscape,
    )
    for row, (contents, height) in enumerate(zip(lines, chosen, strict=True), start=first):
        put_line(sheet, row, columns, contents)
        set_height(sheet, row, height)
    last = head[1] + len(lines)
    put_foot(sheet, last + 2, form, widths_of(columns))
    return last


def _needed(columns: Sequence[Column], contents: Sequence[Content]) -> float:
    """Points that the words of a line need, wrapped in their columns."""
    lines = 1
    for column, content in zip(columns, contents, strict=True):
        if column.kind != "machine" and content is not None:
            signs = int((column.width - _INDENT) / _LETTER)
            lines = max(lines, sum(max(1, -(-len(part) // signs)) for part in str(content).split("\n")))
    return min(lines * _LINE + 2, _HIGHEST)
