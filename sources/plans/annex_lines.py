"""Rows of the task tables with their cells under column names; headings, printed again on every page, are taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sources.documents.blocks import Block
from sources.plans.columns import Columns, column_of, merge_headings, read_columns
from sources.plans.remarks import Remark, remark
from sources.vietnamese.normal import fold_spaces

# A table of fewer columns or rows is a heading block, a signature or a list of recipients.
_LEAST_COLUMNS = 3
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a task table: cells by column name (lines inside a cell kept), place, page counted from 1."""

    cells: dict[str, str]
    place: str
    page: int
    is_first: bool = False
    columns: frozenset[str] = field(default=frozenset())

    def text(self, column: str) -> str:
        """Cell with its white space folded; "" where blank or without such a column."""
        return fold_spaces(self.cells.get(column, ""))

    def filled(self) -> list[str]:
        """Names of the columns that hold something."""
        return [name for name in self.cells if self.text(name)]


@dataclass(frozen=True, slots=True)
class TableLines:
    """Lines of all task tables in reading order; unknown: rows of tables that are no task tables."""

    lines: tuple[Line, ...]
    unknown_rows: int
    remarks: tuple[Remark, ...]


def read_table_lines(blocks: Sequence[Block]) -> TableLines:
    """Lines of every table whose heading row is known, or which goes on with the table before it."""
    rows = [block for block in blocks if block.kind == "table_row"]
    lines: list[Line] = []
    unknown: dict[int, list[Block]] = {}
    columns: Columns | None = None
    heading: Sequence[str] = ()
    page, table, is_first = 0, None, True
    for row in rows:
        is_new_table = row.table != table
        table = row.table
        found = read_columns(row.cells)
        if found is not None:
            columns, heading, page, is_first = found, row.cells, page + 1, True
            continue
        if is_new_table and len(row.cells) != len(heading):
            columns = None
        elif is_new_table:
            page, is_first = page + 1, True
        if columns is None:
            unknown.setdefault(row.table, []).append(row)
            continue
        if is_first and _is_second_heading(row.cells):
            columns = read_columns(merge_headings(heading, row.cells)) or columns
            continue
        if _is_column_count(row.cells):
            continue
        cells = {name: row.cells[at] for name, at in columns.items() if at < len(row.cells)}
        rest = [cell for at, cell in enumerate(row.cells) if at not in columns.values() and cell.strip()]
        line = Line(cells, row.place, page, is_first, frozenset(columns))
        if not line.filled() and rest:
            line = replace(line, cells={"activity": " ".join(rest)})
        lines.append(line)
        is_first = False
    kept = [table for table in unknown.values() if _is_real(table)]
    remarks = [remark("unknown_table", table[0].place, table[0].text[:120]) for table in kept]
    return TableLines(tuple(lines), sum(len(table) for table in kept), tuple(remarks))


def _is_real(rows: Sequence[Block]) -> bool:
    return len(rows) >= _LEAST_ROWS and max(len([cell for cell in row.cells if cell]) for row in rows) >= _LEAST_COLUMNS


def _is_second_heading(cells: Sequence[str]) -> bool:
    """Under a heading cell that spans two columns: only names of columns, no numbers."""
    filled = [cell for cell in cells if cell.strip()]
    return 0 < len(filled) < len(cells) and all(column_of(cell) for cell in filled)


def _is_column_count(cells: Sequence[str]) -> bool:
    """The row "(1) (2) (3)" under a heading."""
    bare = [cell.strip(" ()[]") for cell in cells]
    return len(bare) > 2 and bare == [str(number) for number in range(1, len(bare) + 1)]
