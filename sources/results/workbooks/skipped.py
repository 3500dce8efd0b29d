"""Says what of a workbook was not read, or was read although people do not see it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from openpyxl.utils import get_column_letter

from sources.results.accounts import ResultAccount
from sources.results.workbooks.grid import Grid
from sources.results.workbooks.page import Page

# Ten places show where to look; a column of a thousand stray figures needs no thousand places.
_SHOWN: Final = 10
STRAY: Final = "số nằm dưới bảng"


def stray_cells(grid: Grid) -> list[str]:
    """Numbers and days under the foot, in the columns of the table: they belong to no line of it."""
    page = grid.page
    return [
        f"{get_column_letter(column)}{row}"
        for row in range(grid.foot_row, page.last_row + 1)
        for column in sorted(grid.columns.values())
        if isinstance(page.value(row, column), (int, float, date))
    ]


def tell_outside(account: ResultAccount, grid: Grid, stray: Sequence[str]) -> None:
    """Numbers below the table, columns of no form, and a sheet that goes on further than any form does."""
    title = grid.page.title
    if stray:
        cells = ", ".join(stray[:_SHOWN]) + (" …" if len(stray) > _SHOWN else "")
        account.say("cells_below_table", f"{title}!{stray[0]}", cells=cells, count=len(stray))
    for place, heading in grid.unknown_columns().items():
        account.say("unknown_column", place, value=heading or "không có tiêu đề")
    if grid.page.is_cut_off:
        account.say("sheet_cut_off", f"trang “{title}”", row=grid.page.last_row)


def tell_hidden(account: ResultAccount, grid: Grid, entries: Collection[str]) -> None:
    """Hidden rows and columns of a table are read, since a filter hides rows that count."""
    sheet = grid.page.sheet
    lines = set(grid.lines())
    rows = sum(dimension.hidden for number, dimension in sheet.row_dimensions.items() if number in lines)
    if rows:
        account.say("hidden_rows", f"trang “{sheet.title}”", count=rows)
    columns = {grid.columns[name]: name for name in entries if name in grid.columns}
    hidden = [name for column, name in columns.items() if _is_hidden(grid.page, column)]
    if hidden:
        account.say(
            "hidden_columns", f"trang “{sheet.title}”", columns=", ".join(grid.headings[name] for name in hidden)
        )


def _is_hidden(page: Page, column: int) -> bool:
    """Columns that are hidden together stand in the file as one entry, under the letter of the first."""
    return any(
        dimension.hidden and (dimension.min or 0) <= column <= (dimension.max or 0)
        for dimension in page.sheet.column_dimensions.values()
    )
