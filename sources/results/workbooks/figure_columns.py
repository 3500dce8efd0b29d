"""Which columns of Biểu 1 a line is read from: the one that the window asks for, and those that the form computes."""

from collections.abc import Iterable, Mapping
from typing import Final

from sources.results.workbooks.forms_own import is_computed
from sources.results.workbooks.lines import Entries, Sheet

# The two readings of a figure, and the only column of figures that the form before had.
_READINGS: Final = ("year_to_date", "in_window", "numerator")
_OTHERS: Final = ("denominator", "value", "state", "explanation", "evidence")
ENTRIES: Final = (*_READINGS, *_OTHERS)
# Where the form computes, its own formula is no entry; a figure pasted over it is one, and a sum of somebody's own.
COMPUTED: Final = frozenset({"value"})


def typed_field(columns: Iterable[str], is_cumulative: bool) -> str:
    """The column of figures that the unit types."""
    if "numerator" in columns and not {"year_to_date", "in_window"} & set(columns):
        return "numerator"
    return "year_to_date" if is_cumulative else "in_window"


def computed_fields(columns: Iterable[str], is_cumulative: bool) -> frozenset[str]:
    """Columns in which the form's own formulas are no entries."""
    return COMPUTED | (frozenset(_READINGS) - {typed_field(columns, is_cumulative)})


def entries_of(sheet: Sheet, row: int) -> Entries:
    """The cells of a line that have content and are no formulas of the form; the typed column first."""
    typed = typed_field(sheet.grid.columns, sheet.info.is_cumulative)
    computed = computed_fields(sheet.grid.columns, sheet.info.is_cumulative)
    names = (typed, *(name for name in ENTRIES if name != typed))
    return sheet.entries(
        row, [name for name in names if name not in computed or not is_computed(sheet.grid, row, name)]
    )


def pasted(entries: Mapping[str, object], typed: str) -> list[str]:
    """Columns of figures beside the typed one that hold a constant where the form computes."""
    return [name for name in _READINGS if name != typed and name in entries]
