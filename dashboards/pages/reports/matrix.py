"""Units and their last periods in one table: who sent when, who is to be called first."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.reports.sentences import name
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.states import REPORT_LACKING

# A year of quarters, and the same quarter of the year before; with the column of names they fit a sheet of A4.
PERIODS_SHOWN = 5
# What a unit has in any period, shown or not, puts it into the first of these groups that fits.
_GROUPS = ("not_reported", "unreadable", "late", "unknown", "on_time", "not_due", "not_owed")


def matrix(book: Book, periods: Sequence[Row], rows: Sequence[Row], origins: Origins) -> Table:
    """periods: that have begun, latest first; rows: the board of the agency."""
    words, shown = book.words, periods[:PERIODS_SHOWN]
    keys = [period["period_key"] for period in shown]
    units = [{row["period_key"]: row for row in owned} for owned in grouped(rows, "unit_key").values()]
    columns = [Column(words.column.unit, "name"), *(Column(name(period), "status") for period in shown)]
    groups = []
    for code in _GROUPS:
        members = [reports for reports in units if _group(reports) == code]
        members.sort(key=lambda reports: _calling_order(reports, keys))
        lines = [Line([_unit(book, reports, keys), *_states(book, reports, keys, origins)]) for reports in members]
        groups.append(Group(lines, words.reports.groups[code].format(n=len(members))))
    return Table("theo-don-vi-bang", words.reports.by_unit, columns, groups, note=words.reports.matrix_note)


def _unit(book: Book, reports: Mapping[str, Row], keys: Sequence[str]) -> Cell:
    """The unit, and of the periods before those shown which report it owes, which it sent late."""
    words, older = book.words.reports, [row for key, row in reports.items() if key not in keys]
    said = []
    for pattern, states in ((words.older_missing, REPORT_LACKING), (words.older_late, ("late",))):
        if names := [name(row) for row in older if row["status"] in states]:
            said.append(pattern.format(periods=", ".join(names)))
    return cells.unit(book, next(iter(reports.values())), said)


def _states(book: Book, reports: Mapping[str, Row], keys: Sequence[str], origins: Origins) -> Sequence[Cell]:
    """One cell a period: the state with how late, leading to the file."""
    found = []
    for key in keys:
        row = reports.get(key)
        if row is None:
            found.append(Cell(book.words.reports.not_asked))
            continue
        said, origin = book.phrases.report_notes(row), origins.of("fct_report_submission", row["unit_key"], key)
        found.append(cells.state(book, "report_status", row["status"], lines=said, origin=origin))
    return found


def _group(reports: Mapping[str, Row]) -> str:
    """The state that asks for a call first; what is not due, and what was sent without being owed, stand last."""
    states = {row["status"] for row in reports.values()}
    return next((code for code in _GROUPS if code in states), _GROUPS[-1])


def _calling_order(reports: Mapping[str, Row], keys: Sequence[str]) -> tuple[Any, ...]:
    """Who is missing in the latest period first, then who is missing or late most often."""
    states = [row["status"] for row in reports.values()]
    row = next(iter(reports.values()))
    is_called = any(key in reports and reports[key]["status"] in REPORT_LACKING for key in keys[:1])
    return (
        not is_called,
        -sum(state in REPORT_LACKING for state in states),
        -states.count("late"),
        collation_key(row["unit_name"] or row["unit_key"]),
    )
