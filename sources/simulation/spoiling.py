"""What goes wrong with workbooks on their way: cells typed over, lines and sheets moved, files that arrive in part.

Ways, as story/reports.yml names them:
    cells, tasks         Biểu 1 by indicator, Biểu 2 by number of the task: column -> what was typed
    own_tasks, events    Biểu 3 and 4 by line number: column -> what was typed
    narratives           Biểu 5 by the word of its section: column -> what was typed
    info                 Thông tin by field: what was typed
    headings             sheet -> heading -> what it was changed into
    columns              sheet -> headings of columns that were added
    below                sheet -> number under the foot, in the column of the line numbers
    hide_lines           sheet -> how many lines are hidden, from the second on
    hide_columns         sheet -> heading of the column that is hidden
    merge                by indicator: the cell of its figure is merged with that of the line below
    hide, drop, double   sheets
    cut_after_bytes      the file ends there
"""

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from sources.office_times import with_fixed_times
from sources.results.headings import (
    EVENT_COLUMNS,
    EVENT_SHEET,
    FIGURE_COLUMNS,
    FIGURE_SHEET,
    INFO_LABELS,
    INFO_SHEET,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    OWN_TASK_COLUMNS,
    OWN_TASK_SHEET,
    TASK_COLUMNS,
    TASK_SHEET,
)
from sources.results.template.form import Form

# Way -> sheet, its columns, the column that names a line.
_TABLES: Final[Mapping[str, tuple[str, Mapping[str, tuple[str, ...]], str]]] = {
    "cells": (FIGURE_SHEET, FIGURE_COLUMNS, "indicator_code"),
    "tasks": (TASK_SHEET, TASK_COLUMNS, "task_key"),
    "own_tasks": (OWN_TASK_SHEET, OWN_TASK_COLUMNS, "row_no"),
    "events": (EVENT_SHEET, EVENT_COLUMNS, "row_no"),
    "narratives": (NARRATIVE_SHEET, NARRATIVE_COLUMNS, "section"),
}


def spoil(path: Path, form: Form, ways: dict[str, Any]) -> None:
    """Spoil the workbook at `path`."""
    if ways.keys() - {"cut_after_bytes"}:
        book = load_workbook(path)
        _spoil_book(book, ways, {"numerator": "year_to_date" if form.is_cumulative else "in_window"})
        saved = BytesIO()
        book.save(saved)
        path.write_bytes(with_fixed_times(saved.getvalue(), datetime.combine(form.window_from, time())))
    if "cut_after_bytes" in ways:
        path.write_bytes(path.read_bytes()[: ways["cut_after_bytes"]])


def _spoil_book(book: Workbook, ways: dict[str, Any], names: Mapping[str, str]) -> None:
    """names: columns that the form calls otherwise in this window."""
    for way, (title, columns, key) in _TABLES.items():
        # All cells are looked up before the first is typed over: a key may be typed over itself.
        typed = [
            (_cell_of(book[title], columns, key, str(line), names.get(column, column)), content)
            for line, contents in ways.get(way, {}).items()
            for column, content in contents.items()
        ]
        for cell, content in typed:
            cell.value = content
    for field, content in ways.get("info", {}).items():
        _beside(book[INFO_SHEET], INFO_LABELS[field][0]).value = content
    _move(book, ways, names)


def _move(book: Workbook, ways: dict[str, Any], names: Mapping[str, str]) -> None:
    """What is done to lines, columns and sheets."""
    for code in ways.get("merge", ()):
        cell = _cell_of(book[FIGURE_SHEET], FIGURE_COLUMNS, "indicator_code", code, names["numerator"])
        book[FIGURE_SHEET].merge_cells(
            start_row=cell.row, end_row=cell.row + 1, start_column=cell.column, end_column=cell.column
        )
    for title, headings in ways.get("headings", {}).items():
        for heading, content in headings.items():
            _find(book[title], heading).value = content
    for title, added in ways.get("columns", {}).items():
        head = _find(book[title], FIGURE_COLUMNS["row_no"][0])
        for number, heading in enumerate(added, start=book[title].max_column + 1):
            book[title].cell(head.row, number).value = heading
            book[title].cell(head.row + 3, number).value = "x"
    for title, number in ways.get("below", {}).items():
        book[title].cell(book[title].max_row + 3, _find(book[title], FIGURE_COLUMNS["row_no"][0]).column).value = number
    for title, count in ways.get("hide_lines", {}).items():
        first = _find(book[title], FIGURE_COLUMNS["row_no"][0]).row + 3
        for row in range(first, first + count):
            book[title].row_dimensions[row].hidden = True
    for title, heading in ways.get("hide_columns", {}).items():
        book[title].column_dimensions[_find(book[title], heading).column_letter].hidden = True
    for title in ways.get("hide", ()):
        book[title].sheet_state = "hidden"
    for title in ways.get("double", ()):
        book.copy_worksheet(book[title]).title = f"{title[:20]} (2)"
    for title in ways.get("drop", ()):
        book.remove(book[title])


def _cell_of(sheet: Worksheet, columns: Mapping[str, tuple[str, ...]], key: str, line: str, column: str) -> Cell:
    """The cell of a line and a column; the line is the first whose key ends with `line`."""
    head = _find(sheet, columns[key][0])
    number = _find(sheet, columns[column][0]).column
    row = next(
        row
        for row in range(head.row + 1, sheet.max_row + 1)
        if str(sheet.cell(row, head.column).value or "").split("/")[-1] == line
    )
    return sheet.cell(row, number)  # type: ignore[return-value]


def _find(sheet: Worksheet, words: str) -> Cell:
    """The first cell with these words; a heading may say more in brackets."""
    return next(
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell, Cell) and (cell.value == words or str(cell.value).startswith(f"{words} ("))
    )


def _beside(sheet: Worksheet, label: str) -> Cell:
    found = _find(sheet, label)
    return sheet.cell(found.row, found.column + 1)  # type: ignore[return-value]
