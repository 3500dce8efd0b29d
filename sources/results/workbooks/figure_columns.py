"""Which columns of Biểu 1 a line is read from: the one that the window asks for, and those that the form computes."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from openpyxl.utils import get_column_letter

from sources.results.workbooks.lines import Entries, Sheet

# The two readings of a figure, and the only column of figures that the form before had.
_READINGS: Final = ("year_to_date", "in_window", "numerator")
_OTHERS: Final = ("denominator", "value", "state", "explanation", "evidence")
ENTRIES: Final = (*_READINGS, *_OTHERS)
# Where the form computes, a formula is no entry; a figure pasted over it is one.
COMPUTED: Final = frozenset({"value"})


def typed_field(columns: Iterable[str], is_cumulative: bool) -> str:
    """The column of figures that the unit types."""
    if "numerator" in columns and not {"year_to_date", "in_window"} & set(columns):
        return "numerator"
    return "year_to_date" if is_cumulative else "in_window"


def computed_fields(columns: Iterable[str], is_cumulative: bool) -> frozenset[str]:
    """Columns whose formulas are the form's own."""
    return COMPUTED | (frozenset(_READINGS) - {typed_field(columns, is_cumulative)})


def entries_of(sheet: Sheet, row: int) -> Entries:
    """The cells of a line that have content and are no formulas of the form; the typed column first."""
    typed = typed_field(sheet.grid.columns, sheet.info.is_cumulative)
    computed = computed_fields(sheet.grid.columns, sheet.info.is_cumulative)
    names = (typed, *(name for name in ENTRIES if name != typed))
    return sheet.entries(row, [name for name in names if name not in computed or not sheet.is_formula(row, name)])


def pasted(entries: Mapping[str, object], typed: str) -> list[str]:
    """Columns of figures beside the typed one that hold a constant where the form computes."""
    return [name for name in _READINGS if name != typed and name in entries]


def is_forms_own(sheet: Sheet, row: int, name: str) -> bool:
    """The formula in this cell is the form's: it computes one reading of the figure from the other readings beside it.

    Such a formula stands in the column to be typed where the period of an issued workbook was changed by hand.
    """
    page, columns = sheet.grid.page, sheet.grid.columns
    if not sheet.is_formula(row, name):
        return False
    formula = str(page.value(row, columns[name]))
    beside = (columns[other] for other in ("previous", *_READINGS) if other != name and other in columns)
    return any(re.search(rf"\b{get_column_letter(column)}{row}\b", formula) for column in beside)
