"""Counts the entry cells of a table in a pass of its own, cell by cell: what the reader's account is held against.

Shares with the reader where a table begins and ends, and nothing of how lines are read.
"""

from collections.abc import Collection

from sources.results.workbooks.forms_own import is_computed
from sources.results.workbooks.grid import Grid
from sources.results.workbooks.page import is_filled


def count_entries(grid: Grid, entries: Collection[str], computed: Collection[str] = ()) -> int:
    """Cells with content that people fill in. computed: columns in which the form's own formulas are none."""
    lines = set(grid.lines())
    if not lines:
        return 0
    found = 0
    for name in entries:
        column = grid.columns.get(name)
        if column is None:
            continue
        for (cell,) in grid.page.sheet.iter_rows(min(lines), max(lines), column, column):
            is_own = name in computed and is_computed(grid, int(cell.row or 0), name)
            found += cell.row in lines and is_filled(cell) and not is_own
    return found
