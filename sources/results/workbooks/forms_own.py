"""Which formulas of Biểu 1 are the form's own: those that work out one figure of a line from the others beside it."""

import re
from typing import Final

from openpyxl.utils import get_column_letter

from sources.old_workbook import UNKNOWN_FORMULA
from sources.results.workbooks.grid import Grid

_READINGS: Final = ("previous", "year_to_date", "in_window", "numerator")
# What each computed figure can be made of.
_MADE_OF: Final = {"value": (*_READINGS, "denominator")}
# What is left of a reference to a cell that was deleted.
_LOST: Final = "#REF!"
_CELL: Final = re.compile(r"(?<![!\w$])\$?[A-Z]{1,3}\$?[0-9]+\b")


def is_forms_own(grid: Grid, row: int, name: str) -> bool:
    """The cell holds a formula that names other figures of its line. A clerk's own sum (=96+0,5) is an entry.

    In the column to be typed such a formula stands where the period of an issued workbook was changed by hand.
    """
    return _is_made_of(grid, row, name, str(row))


def is_computed(grid: Grid, row: int, name: str) -> bool:
    """The cell of a computed column holds a formula of the form, be it that lines or columns were moved under it.

    One that names other cells, or is not kept (.xls), is the clerk's where it has a result and nothing to be made of.
    """
    if name not in grid.columns or not grid.page.is_formula(row, grid.columns[name]):
        return False
    formula = grid.page.formula(row, grid.columns[name])
    if _LOST in formula or _is_made_of(grid, row, name, "[0-9]+"):
        return True
    names_cells = formula == UNKNOWN_FORMULA or _CELL.search(formula) is not None
    return names_cells and (_is_blank(grid, row, name) or _has_parts(grid, row, name))


def _is_blank(grid: Grid, row: int, name: str) -> bool:
    """The formula has no result, or shows nothing; old files keep a nought for that."""
    result = grid.page.typed(row, grid.columns[name])
    return result is None or result.error is not None or result.text in ("", "0")


def _has_parts(grid: Grid, row: int, name: str) -> bool:
    """The line has something that the figure can be made of."""
    return any(grid.page.value(row, column) is not None for column in _beside(grid, name))


def _is_made_of(grid: Grid, row: int, name: str, rows: str) -> bool:
    """A formula that names a figure of these rows, on its own sheet, in another column than its own."""
    if name not in grid.columns or not grid.page.is_formula(row, grid.columns[name]):
        return False
    formula = grid.page.formula(row, grid.columns[name])
    letters = "|".join(get_column_letter(column) for column in _beside(grid, name))
    return bool(letters) and re.search(rf"(?<![!\w$])\$?({letters})\$?{rows}\b", formula) is not None


def _beside(grid: Grid, name: str) -> list[int]:
    """Columns of the figures that this one can be made of."""
    made_of = _MADE_OF.get(name, _READINGS)
    return [grid.columns[other] for other in made_of if other != name and other in grid.columns]
