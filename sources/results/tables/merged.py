"""Figures in cells that are merged over several lines: whose of them a figure is would be a guess."""

from typing import Final

from sources.results.tables.table import Table
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.lines import Problems

# What is said of several lines at once may well stand in one cell.
_WORDS: Final = frozenset({"explanation", "evidence", "sent_date", "previous"})
_SUBJECTS: Final = ("indicator_code", "indicator_name", "field", "procedure", "unit_key", "unit_name", "period")


def merged_problems(table: Table, row: int) -> Problems:
    """The figures of a line that stand in a cell together with those of a line about something else."""
    names = [name for name in table.value_columns if name not in _WORDS]
    problems: Problems = []
    for name in names:
        column = table.head.columns[name]
        shared = [other for other in table.cells.merged_rows(row, column) if _is_another(table, row, other)]
        cell = table.cells.spoken(row, column)
        if shared and cell is not None:
            problems.append((cell, HeldBackError("merged_figure", value=cell.text)))
    return problems


def _is_another(table: Table, row: int, other: int) -> bool:
    in_table = table.head.last_row < other < table.head.foot_row
    return in_table and any(table.label(row, name) != table.label(other, name) for name in _SUBJECTS)
