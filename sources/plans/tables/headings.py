"""Heading rows of tables: of tasks, of targets, of both at once, and the rows that only go on with a heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.plans.tables.columns import Columns, column_of, merge_headings, read_columns
from sources.plans.tables.value_columns import TargetColumns, read_target_columns
from sources.plans.years import Years


@dataclass(frozen=True, slots=True)
class TableHeading:
    """A heading row: its cells, the columns by name, and the figure columns of a table of targets."""

    cells: tuple[str, ...]
    columns: Columns
    targets: TargetColumns | None


def read_table_heading(cells: Sequence[str], plan: Years) -> TableHeading | None:
    """None where the row heads neither a table of tasks nor one of targets.

    A table of targets names what is measured "indicator"; where it has a column of work of its own as well, each of
    its rows is a target and a task.
    """
    targets = read_target_columns(cells, plan)
    columns = read_columns(cells)
    if targets is not None and (columns is None or columns.get("activity") == targets.indicator):
        found = {"indicator": targets.indicator, "number": targets.number, "group": targets.group}
        columns = {name: at for name, at in found.items() if at is not None}
    elif targets is not None and columns is not None:
        figures = {targets.indicator, *(value.position for value in targets.values)}
        columns = {name: at for name, at in columns.items() if at not in figures}
        columns["indicator"] = targets.indicator
    return None if columns is None else TableHeading(tuple(cells), columns, targets)


def second_heading(heading: TableHeading, cells: Sequence[str], plan: Years) -> TableHeading | None:
    """The heading with the row under it, where that row only names what a cell above it spans; else None."""
    filled = [cell for cell in cells if cell.strip()]
    if not 0 < len(filled) < len(cells):
        return None
    merged = merge_headings(heading.cells, cells)
    if all(column_of(cell) for cell in filled) or all(cell.strip(" ()")[-4:].isdigit() for cell in filled):
        return read_table_heading(merged, plan) or heading
    return None


def is_column_count(cells: Sequence[str]) -> bool:
    """The row "(1) (2) (3)" under a heading."""
    bare = [cell.strip(" ()[]") for cell in cells]
    return len(bare) > 2 and bare == [str(number) for number in range(1, len(bare) + 1)]
