"""Places in tables as people read them: sheets in the order of the form, then lines from top to bottom."""

import re
from typing import Final

from sources.results import headings

SHEETS: Final = (
    headings.INFO_SHEET,
    headings.FIGURE_SHEET,
    headings.TASK_SHEET,
    headings.OWN_TASK_SHEET,
    headings.EVENT_SHEET,
    headings.NARRATIVE_SHEET,
)
_PAGE: Final = "trang "
_COLUMN: Final = ", cột "
_CELL: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LINE: Final = re.compile(r"dòng ([0-9]{1,7})")
_LINE_OF_SHEET: Final = re.compile(r"(.+), (dòng [0-9]{1,7})")
_DIGITS: Final = re.compile(r"([0-9]+)")
# An account of a file says so of what no part of it holds.
_WHOLE: Final = "—"

# No column has a letter more than three.
_BEHIND: Final = (4, "")

Order = tuple[object, ...]


def split_place(place: str) -> tuple[str, str]:
    """Sheet and cell of `Biểu 1 Số liệu!E12`. A sheet as a whole ("trang Thông tin") has the cell "", a place without a
    sheet ("dòng 12, cột Mẫu số") the sheet ""; a line of a sheet is "Biểu 1 Số liệu, dòng 12"."""
    sheet, mark, cell = place.rpartition("!")
    if mark:
        return sheet.strip("'"), cell
    line = _LINE_OF_SHEET.fullmatch(place)
    if line:
        return line[1], line[2]
    return (place.removeprefix(_PAGE).strip("“”"), "") if place.startswith(_PAGE) else ("", place)


def is_cell(place: str) -> bool:
    """One cell, whose content can be shown beside it; not a line, a sheet or the file."""
    sheet, cell = split_place(place)
    return bool(_CELL.fullmatch(cell)) if sheet else _COLUMN in cell


def line_place(place: str) -> str:
    """The line that a cell stands in, where what is said of it is not said of the cell alone."""
    sheet, cell = split_place(place)
    found = _CELL.fullmatch(cell) if sheet else None
    if found:
        return f"{sheet}, dòng {found[2]}"
    return place if sheet else cell.partition(_COLUMN)[0]


def framed(name: str, place: str) -> str:
    """The beginning of every message: the file, and the place in it."""
    if place == _WHOLE:
        return f"Tệp {name}"
    if _LINE_OF_SHEET.fullmatch(place):
        return f"Tệp {name}, trang {place}"
    return f"Tệp {name}, {'ô ' if '!' in place else ''}{place}"


def place_order(place: str) -> Order:
    """Sort key: the file whole first, then sheets in the form's order and others by name, lines, cells from the left.

    B2 stands before B10, and AA10 behind Z10.
    """
    sheet, cell = split_place(place)
    rank = SHEETS.index(sheet) if sheet in SHEETS else len(SHEETS)
    found = _CELL.match(cell) if sheet else None
    line = _LINE.fullmatch(cell) if sheet else None
    column, row = found.groups() if found else ("", line[1] if line else "0")
    is_inside = bool(sheet) or bool(_DIGITS.search(cell))
    # Of a line of a flat table its columns keep the order in which they are told.
    return is_inside, rank, sheet, int(row), (len(column), column), natural(cell.partition(_COLUMN)[0])


def line_of(place: str) -> tuple[str, str]:
    """Sheet and line of a place; cells of one line have one."""
    sheet, cell = split_place(place)
    found = _CELL.match(cell) if sheet else None
    line = _LINE.fullmatch(cell) if sheet else None
    return sheet, found[2] if found else line[1] if line else cell.partition(_COLUMN)[0]


def line_end_order(place: str) -> Order:
    """Sort key behind all cells of the line that a place is in."""
    inside, rank, sheet, row, column, words = place_order(place)
    return inside, rank, sheet, row, _BEHIND if sheet else column, words


def natural(text: str) -> Order:
    """Sort key of words with numbers in them: dòng 9 before dòng 10."""
    parts = _DIGITS.split(text)
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
