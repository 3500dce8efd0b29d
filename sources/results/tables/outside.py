"""What a flat table holds beside its lines: columns of no layout, numbers below the foot, rows that were not looked at.

Also the count of all values in a pass of its own, which the account is held against.
"""

from typing import Final

from sources.results.accounts import ResultAccount
from sources.results.tables.cells import Cells
from sources.results.tables.head import Head, lines
from sources.results.tables.headings import LABELS
from sources.results.tables.table import Table
from sources.spreadsheet import Typed

UNUSED_COLUMN: Final = "cột không dùng đến"
_NO_TABLE: Final = "trang không có bảng số liệu"
UNREAD_SHEET: Final = "số trên trang không có bảng số liệu đọc được"
BELOW_TABLE: Final = "số nằm dưới bảng"
# Ten places show where to look.
_SHOWN: Final = 10


def count_values(cells: Cells, head: Head) -> int:
    """Cells with content in the lines of the table that are no labels, and numbers below it."""
    labels = {column for name, column in head.columns.items() if name in LABELS}
    in_lines = sum(column not in labels for row in lines(cells, head) for column in cells.columns(row))
    return in_lines + len(_stray(cells, head))


def tell_outside(table: Table) -> None:
    """Leave out, with a reason each, what belongs to no line or no field."""
    cells, head = table.cells, table.head
    used = set(head.columns.values())
    unused = [column for row in lines(cells, head) for column in cells.columns(row) if column not in used]
    if unused:
        table.account.ignore(len(unused), UNUSED_COLUMN)
    # What a line of text has beyond the head was said of the line.
    for column in sorted(column for column in set(unused) if not cells.is_text or column <= max(head.headings)):
        heading = head.headings.get(column, "không có tiêu đề")
        table.account.say("unknown_column", cells.row_place(head.last_row), value=heading)
    stray = _stray(cells, head)
    if stray:
        table.account.ignore(len(stray), BELOW_TABLE)
        shown = ", ".join(cell.place for cell in stray[:_SHOWN]) + (" …" if len(stray) > _SHOWN else "")
        table.warn(stray[0], "cells_below_table", cells=shown, count=len(stray))
    hidden = cells.hidden_rows & set(lines(cells, head))
    if hidden:
        table.account.say("hidden_rows", f"trang “{cells.title}”", count=len(hidden))
    columns = {column: name for name, column in head.columns.items() if name not in LABELS}
    unseen = [head.headings[column] for column in sorted(columns.keys() & cells.hidden_columns)]
    if unseen:
        table.account.say("hidden_columns", f"trang “{cells.title}”", columns=", ".join(unseen))
    if cells.is_cut_off:
        table.account.say("sheet_cut_off", f"trang “{cells.title}”", row=cells.last_row)


def tell_unread(account: ResultAccount, cells: Cells) -> None:
    """A sheet in which no table was found: its numbers are counted and left out; words alone are a note to readers."""
    rows = range(1, cells.last_row + 1)
    numbers = [cell for row in rows for cell in cells.row(row) if _is_number(cell)]
    account.note(_NO_TABLE, 1)
    if numbers:
        shown = ", ".join(cell.place for cell in numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")
        account.say("sheet_not_read", f"trang “{cells.title}”", value=cells.title, cells=shown, count=len(numbers))
        account.counted = (account.counted or 0) + len(numbers)
        account.ignore(len(numbers), UNREAD_SHEET)


def _stray(cells: Cells, head: Head) -> list[Typed]:
    labels = {column for name, column in head.columns.items() if name in LABELS}
    return [
        cell
        for row in range(head.foot_row, cells.last_row + 1)
        for column in cells.columns(row)
        if column not in labels and (cell := cells.get(row, column)) and _is_number(cell)
    ]


def _is_number(cell: Typed) -> bool:
    return isinstance(cell.value, (int, float)) or cell.text.replace(".", "").replace(",", "").isdigit()
