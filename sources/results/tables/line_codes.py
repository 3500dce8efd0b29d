"""Which indicator a line of a figure table is of: by its code, else by its exact name."""

from collections.abc import Mapping

from sources.results.tables.table import Table
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.indicator_names import find_code
from sources.results.workbooks.lines import Problems


def line_code(table: Table, row: int, names: Mapping[str, str], problems: Problems) -> str | None:
    """The indicator by its code, else by its exact name; None after adding the problem."""
    name = table.label(row, "indicator_name")
    try:
        return find_code(table.label(row, "indicator_code").casefold(), name, table.known, names)[0]
    except HeldBackError as unknown:
        error = unknown
        column = "indicator_code" if table.label(row, "indicator_code") else "indicator_name"
        # A column called "indicator" may hold codes.
        if name.casefold() in table.known.indicators and column == "indicator_name":
            return name.casefold()
        if name and column == "indicator_name":
            error = HeldBackError("unknown_indicator_name", value=name)
        problems.append((table.label_cell(row, column), error))
    return None
