"""What stands on a page or in a cell before it becomes blocks: lines, and tables that may hold tables.

Readers of forms with mark-up (Word, HTML) write a flow; here it is told which tables only lay out a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sources.documents.blocks import Block, DocumentError, plain, written_block

# A table of a plan has seven columns; a hostile one may claim a million for one cell, or a thousand cells.
WIDEST_SPAN: Final = 50
WIDEST_ROW: Final = 500
# Recipients and a heading block come to thirty lines at most; a cell beyond that is a page put into a frame.
_LONGEST_CELL: Final = 40
# Smaller tables inside a cell are part of what the cell says.
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, its number or bullet sign before it. level: depth of a heading as marked up."""

    text: str
    place: str
    level: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; nothing where it is merged into the one above. span: columns."""

    content: "tuple[Line | Table, ...]" = ()
    span: int = 1
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """place: of the row in the file; "" where rows are counted."""

    cells: tuple[Cell, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


Flow = Sequence[Line | Table]


class FlowBlocks:
    """Blocks of a flow; tables are counted in reading order, from 1."""

    def __init__(self) -> None:
        self._tables = 0

    def of(self, flow: Flow, place: str = "") -> Iterator[Block]:
        """place: given to all lines that stand in a row of a laid-out page."""
        for part in flow:
            if isinstance(part, Table):
                yield from self._table(part)
            else:
                block = written_block(part.text, place or part.place, level=part.level, is_bold=part.is_bold)
                if block is not None:
                    yield block

    def _table(self, table: Table) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        is_layout = _is_layout(table)
        for row_no, row in enumerate(table.rows, start=1):
            place = row.place or f"bảng {number}, hàng {row_no}"
            if len(row.cells) > WIDEST_ROW:
                raise DocumentError("too_long", f"Bảng có quá nhiều cột ở {place}.", "Kiểm tra lại bảng trong tệp.")
            if is_layout:
                for cell in row.cells:
                    yield from self.of(cell.content, place if not row.place else "")
                continue
            cells: list[str] = []
            merged: list[int] = []
            for cell in row.cells:
                merged.extend([len(cells)] if cell.is_merged else [])
                cells.append(cell_text(cell))
                cells.extend([""] * (min(cell.span, WIDEST_SPAN) - 1))
            if any(cells):
                text = " ".join(cell for cell in cells if cell)
                yield Block("table_row", text, place, cells=tuple(cells), table=number, merged=tuple(merged))


def cell_text(cell: Cell) -> str:
    """Lines of the cell; a small table inside it gives a line for each of its rows."""
    return plain("\n".join(_texts(cell.content)))


def _texts(flow: Flow) -> Iterator[str]:
    for part in flow:
        if isinstance(part, Table):
            for row in part.rows:
                yield " ".join(text for cell in row.cells for text in _texts(cell.content))
        else:
            yield part.text


def _is_layout(table: Table) -> bool:
    """A frame around a text, not a table: one column in use, a table inside a cell, or a cell as long as a page."""
    used: set[int] = set()
    for row in table.rows:
        column = 0
        for cell in row.cells:
            if any(True for text in _texts(cell.content) if text.strip()):
                used.add(column)
            column += min(cell.span, WIDEST_SPAN)
    if len(used) <= 1:
        return True
    contents = [cell.content for row in table.rows for cell in row.cells]
    if any(isinstance(part, Table) and _is_data(part) for content in contents for part in content):
        return True
    return len(used) <= _LEAST_COLUMNS - 1 and any(len(content) > _LONGEST_CELL for content in contents)


def _is_data(table: Table) -> bool:
    """A table with rows and columns of its own, or a frame around one."""
    widest = max((len([cell for cell in row.cells if cell.content]) for row in table.rows), default=0)
    if len(table.rows) >= _LEAST_ROWS and widest >= _LEAST_COLUMNS:
        return True
    parts = (part for row in table.rows for cell in row.cells for part in cell.content)
    return any(isinstance(part, Table) and _is_data(part) for part in parts)
