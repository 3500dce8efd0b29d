"""Cells that people filled in where no table and no label takes them: all that is filled on visible sheets, less what
is read or printed by the form. Nothing here knows how lines are read."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from sources.results.headings import GUIDE_SHEET
from sources.results.workbooks.forms import FORMS, FormTable
from sources.results.workbooks.grid import Grid, is_foot
from sources.results.workbooks.head_rows import matches
from sources.results.workbooks.labels import is_label
from sources.results.workbooks.page import Page
from sources.vietnamese.normal import match_key

Place = tuple[int, int]

# Titles and signatures stand in one to three cells of a row; four cells with content are a line of something.
_LEAST_IN_LINE: Final = 4
# Two headings of one form in a row are the head of a table.
_LEAST_IN_HEAD: Final = 2
_GUIDE: Final = match_key(GUIDE_SHEET)


def around_table(grid: Grid) -> list[Place]:
    """Lines above the head, and what stands below the foot: figures, lines, a second table to its last word."""
    page = grid.page
    above = [place for row in range(1, grid.first_row) if _is_line(page, row) and _has_figures(page, row)
             for place in _filled(page, row)]  # fmt: skip
    below: list[Place] = []
    in_table = False
    for row in range(grid.foot_row, page.last_row + 1):
        in_table = not is_foot(page, row) and (in_table or _is_head(page, row))
        whole = in_table or (_is_line(page, row) and not is_foot(page, row))
        below += [place for place in _filled(page, row) if whole or _is_figure(page, *place)]
    return above + below


def beside_columns(grid: Grid) -> list[Place]:
    """Cells of lines in columns of no field."""
    known = set(grid.columns.values())
    return [(row, column) for row in grid.lines() for column in grid.page.columns(row) if column not in known]


def on_sheet(page: Page, labelled: Collection[str]) -> list[Place]:
    """Of a sheet without a table. labelled: places that stand beside the labels of Thông tin.

    Of a sheet that a form was issued with, what was typed into open cells; of Hướng dẫn and of Thông tin, figures and
    lines; of any other sheet, everything.
    """
    filled = [place for row in range(1, page.last_row + 1) for place in _filled(page, row)]
    if _is_guide(page) or any(page.place(*place) in labelled for place in filled):
        return [
            (row, column)
            for row, column in filled
            if page.place(row, column) not in labelled
            and not is_label(page, row, column)
            and (_is_figure(page, row, column) or _is_line(page, row) or page.is_open(row, column))
        ]
    return [place for place in filled if page.is_open(*place)] if page.has_open_cells else filled


def _is_guide(page: Page) -> bool:
    first = next((page.key(*place) for row in range(1, page.last_row + 1) for place in _filled(page, row)), "")
    return first.startswith(_GUIDE)


def _is_head(page: Page, row: int) -> bool:
    return any(_heads(page, row, form) for form in FORMS)


def _heads(page: Page, row: int, form: FormTable) -> bool:
    return len(matches(page, row, form.headings).best) >= _LEAST_IN_HEAD


def _is_line(page: Page, row: int) -> bool:
    return len(page.columns(row)) >= _LEAST_IN_LINE


def _has_figures(page: Page, row: int) -> bool:
    return any(_is_figure(page, row, column) for column in page.columns(row))


def _is_figure(page: Page, row: int, column: int) -> bool:
    return isinstance(page.value(row, column), (int, float, date))


def _filled(page: Page, row: int) -> Iterator[Place]:
    return ((row, column) for column in page.columns(row))
