"""Figures of Biểu 1 that stand in a place where they cannot be taken: the other window's column, a merged cell."""

from decimal import Decimal
from typing import Final

from sources.results.headings import FIGURE_COLUMNS, FIGURE_STATES
from sources.results.workbooks.amounts import HeldBackError, read_count
from sources.results.workbooks.figure_columns import pasted
from sources.results.workbooks.forms_own import is_forms_own
from sources.results.workbooks.lines import Entries, Problems, Sheet
from sources.results.workbooks.measures import Measure
from sources.spreadsheet import Typed
from sources.vietnamese.normal import match_key
from sources.vietnamese.numbers import shown

_STATES: Final = frozenset(match_key(words) for words in FIGURE_STATES.values())
_FIGURES: Final = ("denominator", "value")


def wrong_place(sheet: Sheet, row: int, entries: Entries, typed: str) -> Problems:
    """Why a figure of the line cannot be taken from where it stands; empty where nothing speaks against it."""
    for name in (typed, *_FIGURES):
        if name in entries and _is_of_two_lines(sheet, row, name):
            return [(entries[name], HeldBackError("merged_figure", value=entries[name].text))]
    beside = [name for name in pasted(entries, typed) if match_key(entries[name].text) not in _STATES]
    says_state = any(match_key(cell.text) in _STATES for cell in entries.values())
    is_typed = typed in entries and not is_forms_own(sheet.grid, row, typed)
    if not beside or says_state or is_typed:
        return []
    return _in_wrong_column(sheet, entries, beside[0], sheet.grid.headings[typed])


def score_as_count(sheet: Sheet, entries: Entries, typed: str, measure: Measure) -> Problems:
    """A score that others publish, typed where counts belong: alone there, 96,5 would be a number of pieces."""
    is_alone = typed in entries and not {"denominator", "value"} & entries.keys()
    if not measure.is_score or not is_alone or match_key(entries[typed].text) in _STATES:
        return []
    return _in_wrong_column(sheet, entries, typed, sheet.grid.headings.get("value", FIGURE_COLUMNS["value"][0]))


def _in_wrong_column(sheet: Sheet, entries: Entries, name: str, right: str) -> Problems:
    words = {"value": entries[name].text, "wrong": sheet.grid.headings[name], "right": right}
    return [(entries[name], HeldBackError("figure_in_wrong_column", **words))]


def compare_windows(sheet: Sheet, row: int, entries: Entries, typed: str) -> None:
    """A warning where year to date, as typed or pasted, is not what was known before and the window together."""
    cells = {name: entries.get(name) for name in ("in_window", "year_to_date")}
    cells["previous"] = sheet.cell(row, "previous")
    numbers = {name: _number(cell) for name, cell in cells.items()}
    before, own, so_far = (numbers[name] for name in ("previous", "in_window", "year_to_date"))
    if before is None or own is None or so_far is None or before + own == so_far:
        return
    sheet.warn(
        entries[typed],
        "window_differs_from_cumulative",
        previous=shown(before),
        in_window=shown(own),
        year_to_date=shown(so_far),
    )


def _is_of_two_lines(sheet: Sheet, row: int, name: str) -> bool:
    """The cell is merged over a line below that has an indicator of its own: whose figure it is would be a guess."""
    page, column = sheet.grid.page, sheet.grid.columns[name]
    below = row + 1
    while below < sheet.grid.foot_row and page.anchor(below, column) == (row, column):
        for label in ("indicator_code", "indicator_name"):
            if sheet.label(below, label) not in ("", sheet.label(row, label)):
                return True
        below += 1
    return False


def _number(cell: Typed | None) -> Decimal | None:
    """The number of a cell, None where there is none or it would have to be guessed."""
    if cell is None or cell.error is not None:
        return None
    try:
        return read_count(cell, "usual")
    except HeldBackError:
        return None
