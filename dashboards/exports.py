"""The numbers of a page beside it: one workbook with a sheet a table, and one CSV file a table.

Figures stay figures. Text that a spreadsheet would take for a formula is shown as text: it begins with an apostrophe.
"""

import csv
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from dashboards.blocks.table import Table, Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_FOLDER = "tai-ve"
# A sheet's name: 31 letters, none of these.
_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")
# The file says nothing of the clock: equal tables give equal bytes.
_CREATED = datetime(2020, 1, 1, tzinfo=UTC)
_WIDTHS = {"name": 34, "code": 8, "text": 18, "wide": 48, "place": 24, "number": 14, "day": 12, "status": 20}


@dataclass(frozen=True, slots=True)
class Export:
    """path: inside the site; title: of its table, empty for the workbook of the whole page."""

    path: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a page offers: its workbook, and (title, path) of its CSV files."""

    workbook: str
    csv: Sequence[tuple[str, str]]


def files(page_path: str, title: str, tables: Sequence[Table]) -> Sequence[Export]:
    """All exports of a page; none where it has no table."""
    if not tables:
        return ()
    folder, name = posixpath.split(page_path)
    stem = posixpath.join(folder, _FOLDER, name.removesuffix(".html"))
    sheets = [Export(f"{stem}.xlsx", "", _workbook(title, tables))]
    return sheets + [Export(f"{stem}-{table.table_id}.csv", table.caption, _csv(table)) for table in tables]


def downloads(exports: Sequence[Export]) -> Downloads | None:
    """Where the exports of a page stand."""
    if not exports:
        return None
    return Downloads(exports[0].path, [(export.title, export.path) for export in exports[1:]])


def safe(value: Value) -> Value:
    """Text that begins like a formula gets an apostrophe; figures and days stay what they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _rows(table: Table) -> list[list[Value]]:
    """Head and rows; where rows stand in groups, the group's title comes first."""
    is_grouped = any(group.title for group in table.groups)
    head: list[Value] = [f"{column.title} ({column.unit})" if column.unit else column.title for column in table.columns]
    rows = [
        [*([group.title] if is_grouped else []), *(cell.exported for cell in line.cells)]
        for group in table.groups
        for line in group.lines
    ]
    return [[safe(value) for value in row] for row in ([["", *head] if is_grouped else head, *rows])]


def _csv(table: Table) -> bytes:
    """UTF-8 with the mark that Excel needs; a decimal point, days as yyyy-mm-dd: a form for programs."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _rows(table):
        writer.writerow([f"{value:f}" if isinstance(value, Decimal) else value for value in row])
    return out.getvalue().encode("utf-8-sig")


def _workbook(title: str, tables: Sequence[Table]) -> bytes:
    """A sheet a table, with a fixed head, a filter and printed on A4."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": _CREATED})
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"num_format": "#,##0.####", "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
    }
    taken: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.caption, taken))
        rows = _rows(table)
        for row_no, row in enumerate(rows):
            for column_no, value in enumerate(row):
                _put(sheet, row_no, column_no, value, styles, is_head=row_no == 0)
        extra = len(rows[0]) - len(table.columns)
        for column_no in range(len(rows[0])):
            kind = table.columns[column_no - extra].kind if column_no >= extra else "name"
            sheet.set_column(column_no, column_no, _WIDTHS[kind])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def _put(sheet: Any, row: int, column: int, value: Value, styles: dict[str, Any], *, is_head: bool) -> None:
    if value is None or value == "":
        return
    if isinstance(value, Decimal | int):
        whole = value == int(value)
        sheet.write_number(row, column, value, styles["whole" if whole else "number"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, styles["day"])
    else:
        sheet.write_string(row, column, value, styles["head" if is_head else "text"])


def _sheet_name(caption: str, taken: set[str]) -> str:
    """A name that Excel takes, and that no other sheet of the book has, whatever the case."""
    base = caption.translate(_SHEET_NAME).strip()[:31] or "1"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: 30 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name
