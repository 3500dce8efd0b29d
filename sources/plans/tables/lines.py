"""Rows of the tables of tasks and of targets, their cells under column names; headings, printed again on every page,
are taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sources.documents.blocks import Block
from sources.plans.remarks import Remark, remark
from sources.plans.tables.headings import TableHeading, is_column_count, read_table_heading, second_heading
from sources.plans.tables.value_columns import ValueColumn
from sources.plans.years import Years
from sources.vietnamese.normal import fold_spaces, match_key

_CAPTION_UNIT = re.compile(r"(?:đơn vị tính|đvt)\s*:\s*(?P<unit>[^();.]{1,30})", re.IGNORECASE)
# A table of fewer columns or rows is a heading block, a signature or a list of recipients.
_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
# Columns that hold for every row they are merged over. Groups and goals are carried by the rows' numbers.
_CARRIED = frozenset({"lead", "coordinating", "deadline", "product"})
# "nt" (như trên): the writer's own way of merging.
_DITTO = frozenset({"nt", "như trên", "như trên nt", "n t"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: cells by column name (lines inside a cell kept), place, page counted from 1.

    at: index of its block in the document. values: of a table of targets, each figure's cell with its column; past: of
    years before.
    """

    cells: dict[str, str]
    place: str
    page: int
    is_first: bool = False
    columns: frozenset[str] = field(default=frozenset())
    at: int = 0
    values: tuple[tuple[str, ValueColumn], ...] = ()
    past: tuple[tuple[str, ValueColumn], ...] = ()

    def text(self, column: str) -> str:
        """Cell with its white space folded; "" where blank or without such a column."""
        return fold_spaces(self.cells.get(column, ""))

    @property
    def work(self) -> str:
        """What the row is about: the task, or what is measured."""
        return self.text("activity") or self.text("indicator")

    def filled(self) -> list[str]:
        """Names of the columns that hold something."""
        return [name for name in self.cells if self.text(name)]


@dataclass(frozen=True, slots=True)
class TableLines:
    """Lines of all known tables in reading order; unknown: rows of tables whose heading says nothing known."""

    lines: tuple[Line, ...]
    unknown_rows: int
    remarks: tuple[Remark, ...]


def read_table_lines(blocks: Sequence[Block], plan: Years) -> TableLines:
    """Lines of every table whose heading row is known, or which goes on with the table before it."""
    lines: list[Line] = []
    unknown: dict[int, list[Block]] = {}
    heading: TableHeading | None = None
    page, table, sheet, is_first, caption = 0, None, 0, True, ""
    for at, row in enumerate(blocks):
        if row.kind != "table_row":
            caption = row.text
            continue
        is_new_table, is_new_sheet = row.table != table, row.page != sheet
        table, sheet = row.table, row.page
        found = read_table_heading(row.cells, plan)
        if found is not None:
            heading, page, is_first = found, page + 1, True
            continue
        if is_new_table and (heading is None or len(row.cells) != len(heading.cells)):
            heading = None
        elif is_new_table or is_new_sheet:
            page, is_first = page + 1, True
        if heading is None:
            unknown.setdefault(row.table, []).append(row)
            continue
        below = second_heading(heading, row.cells, plan) if is_first else None
        if below is not None or is_column_count(row.cells):
            heading = below or heading
            continue
        line = _line(row, heading, at, page, _caption_unit(caption), is_first=is_first)
        above = lines[-1] if lines and not is_new_table else None
        lines.append(_with_merged(line, above, row.merged, heading))
        is_first = False
    kept = [table for table in unknown.values() if _is_real(table)]
    remarks = [remark("unknown_table", table[0].place, table[0].text[:120]) for table in kept]
    return TableLines(tuple(lines), sum(len(table) for table in kept), tuple(remarks))


def _line(row: Block, heading: TableHeading, at: int, page: int, caption_unit: str, *, is_first: bool) -> Line:
    cells = {name: row.cells[column] for name, column in heading.columns.items() if column < len(row.cells)}
    values: tuple[tuple[str, ValueColumn], ...] = ()
    past: tuple[tuple[str, ValueColumn], ...] = ()
    if heading.targets is not None:
        targets = heading.targets
        has_unit = targets.unit is not None and targets.unit < len(row.cells)
        cells["unit"] = row.cells[targets.unit] if has_unit else targets.unit_words or caption_unit  # type: ignore[index]
        values, past = _figures(row, targets.values), _figures(row, targets.past)
    line = Line(cells, row.place, page, is_first, frozenset(heading.columns), at, values, past)
    rest = [cell for column, cell in enumerate(row.cells) if column not in heading.columns.values() and cell.strip()]
    if not line.filled() and rest and not any(fold_spaces(cell) for cell, _ in values):
        line = replace(line, cells={"indicator" if values else "activity": " ".join(rest)})
    return line


def _figures(row: Block, columns: Sequence[ValueColumn]) -> tuple[tuple[str, ValueColumn], ...]:
    return tuple((row.cells[column.position], column) for column in columns if column.position < len(row.cells))


def _with_merged(line: Line, above: Line | None, merged: Sequence[int], heading: TableHeading) -> Line:
    """Cells merged with the one above, or that say "nt", hold what it holds; a cell that is only blank stays blank."""
    carried = [
        name
        for name, at in heading.columns.items()
        if name in _CARRIED and (at in merged or match_key(line.text(name)) in _DITTO)
    ]
    if above is None or not carried:
        return line
    return replace(line, cells={**line.cells, **{name: above.cells.get(name, "") for name in carried}})


def _caption_unit(caption: str) -> str:
    """ "Bảng 1. Chỉ tiêu thành phần (đơn vị tính: điểm)"."""
    found = _CAPTION_UNIT.search(caption)
    return found["unit"].strip() if found else ""


def _is_real(rows: Sequence[Block]) -> bool:
    return len(rows) >= _LEAST_ROWS and max(len([cell for cell in row.cells if cell]) for row in rows) >= _LEAST_COLUMNS
