"""Rows of an HTML table with the cells that reach down into them: merged cells are blank after the first."""

from dataclasses import dataclass, field
from typing import Final

from sources.documents.blocks import DocumentError
from sources.documents.flow import WIDEST_ROW, WIDEST_SPAN, Cell, Line, Table

_BLANK: Final = Cell()
_MERGED: Final = Cell(is_merged=True)
# A hundred pages of a task table come to twenty thousand cells.
_MOST_CELLS: Final = 1_000_000


@dataclass(slots=True)
class WebRows:
    """rows: one cell for each column. places: where each row stands, kept by the reader."""

    rows: list[list[Cell]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    _below: list[int] = field(default_factory=list)  # for each column, how many rows a cell above still reaches down
    _cells: int = 0

    def add(self, cells: list[tuple[tuple[Line | Table, ...], str | None, str | None]]) -> None:
        """One row: contents of its cells with their colspan and rowspan as printed."""
        row: list[Cell] = []
        for content, columns, reach in cells:
            self._skip(row)
            span, rows = _span(columns), _span(reach)
            row.extend([Cell(content), *[_BLANK] * (span - 1)])
            self._below.extend([0] * (len(row) - len(self._below)))
            self._below[len(row) - span : len(row)] = [rows - 1] * span
        self._skip(row)
        self._cells += len(row)
        if len(row) > WIDEST_ROW or self._cells > _MOST_CELLS:
            raise DocumentError("too_long", "Bảng trong trang web quá lớn so với một kế hoạch.", "Kiểm tra lại bảng.")
        self.rows.append(row)

    def _skip(self, row: list[Cell]) -> None:
        while len(row) < len(self._below) and self._below[len(row)] > 0:
            self._below[len(row)] -= 1
            row.append(_MERGED)


def _span(printed: str | None) -> int:
    given = (printed or "").strip()
    return max(1, min(int(given), WIDEST_SPAN)) if given.isascii() and given.isdigit() and len(given) < 10 else 1
