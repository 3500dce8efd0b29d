"""Says what of a workbook was not read, or was read although people do not see it."""

from collections.abc import Collection, Sequence
from typing import Final

from openpyxl.utils import get_column_letter

from sources.results.accounts import ResultAccount
from sources.results.workbooks.grid import Grid
from sources.results.workbooks.outside import Place, around_table, beside_columns, on_sheet
from sources.results.workbooks.page import Page

# Ten places show where to look; a column of a thousand stray figures needs no thousand places.
_SHOWN: Final = 10
_OUTSIDE: Final = "ô điền ngoài bảng"
_BESIDE: Final = "ô ở cột không thuộc biểu mẫu"
_NO_TABLE: Final = "ô ở trang không có bảng đọc được"


def leave_out_around(account: ResultAccount, grid: Grid) -> None:
    """Cells that were filled in outside the lines and columns of a table."""
    _leave_out(account, grid.page, around_table(grid), "cells_below_table", _OUTSIDE)
    beside = len(beside_columns(grid))
    account.counted = (account.counted or 0) + beside
    if beside:
        account.ignore(beside, _BESIDE)


def leave_out_sheet(account: ResultAccount, page: Page, labelled: Collection[str]) -> None:
    """Cells that were filled in on a sheet without a table."""
    _leave_out(account, page, on_sheet(page, labelled), "sheet_not_read", _NO_TABLE)


def _leave_out(account: ResultAccount, page: Page, places: Sequence[Place], kind: str, reason: str) -> None:
    account.counted = (account.counted or 0) + len(places)
    if places:
        cells = ", ".join(f"{get_column_letter(column)}{row}" for row, column in places[:_SHOWN])
        more = " …" if len(places) > _SHOWN else ""
        account.say(kind, page.place(*places[0]), cells=cells + more, count=len(places))
        account.ignore(len(places), reason)


def tell_outside(account: ResultAccount, grid: Grid) -> None:
    """Columns of no form, and a sheet that goes on further than any form does."""
    for place, heading in grid.unknown_columns().items():
        account.say("unknown_column", place, value=heading or "không có tiêu đề")
    if grid.page.is_cut_off:
        account.say("sheet_cut_off", f"trang “{grid.page.title}”", row=grid.page.last_row)


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
