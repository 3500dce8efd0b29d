"""The workbook of a page: first what the page says of itself, then a sheet a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from dashboards.blocks.table import Value
from dashboards.exports.columns import FlatColumn
from dashboards.exports.safety import safe
from dashboards.theme.words import Words

# A sheet's name: 31 letters, none of these.
_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")
# The file says nothing of the clock: equal tables give equal bytes.
_CREATED = datetime(2020, 1, 1, tzinfo=UTC)
_WIDTHS = {"name": 34, "code": 8, "text": 18, "wide": 48, "place": 24, "number": 14, "day": 12, "status": 20}
_LABEL_WIDTH, _NOTE_WIDTH = 28, 90


@dataclass(frozen=True, slots=True)
class Preface:
    """What a page says of itself: title, whose it is, the day of its figures, the collection, its warnings; path: where
    it stands, from the root of the site."""

    title: str
    owner: str
    as_of: date
    collection: str
    banners: Sequence[str]
    path: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """title: what its rows are."""

    title: str
    columns: Sequence[FlatColumn]


def workbook(preface: Preface, sheets: Sequence[Sheet], words: Words) -> bytes:
    """Each table with a fixed head, a filter, printed on A4."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": preface.title, "created": _CREATED})
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"num_format": "#,##0.####", "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
    }
    taken: set[str] = set()
    first = book.add_worksheet(_sheet_name(words.note, taken))
    names = [_sheet_name(sheet.title, taken) for sheet in sheets]
    _write_preface(first, preface, list(zip(names, sheets, strict=True)), styles, words)
    for name, sheet in zip(names, sheets, strict=True):
        _write(book.add_worksheet(name), sheet.columns, styles)
    book.close()
    return buffer.getvalue()


def _write_preface(
    page: Any, preface: Preface, sheets: Sequence[tuple[str, Sheet]], styles: dict[str, Any], words: Words
) -> None:
    said: list[tuple[str, Value]] = [(words.page, preface.title)]
    said += [(words.owner, preface.owner)] if preface.owner else []
    said += [(words.as_of, preface.as_of), (words.collection, preface.collection)]
    said += [(words.warning, banner) for banner in preface.banners]
    said += [(words.path, preface.path)]
    said += [(words.sheet.format(name=name), sheet.title) for name, sheet in sheets]
    for row_no, (label, value) in enumerate(said):
        _put(page, row_no, 0, label, styles["head"], styles)
        _put(page, row_no, 1, value, styles["text"], styles)
    page.set_column(0, 0, _LABEL_WIDTH)
    page.set_column(1, 1, _NOTE_WIDTH)
    _set_paper(page)


def _write(page: Any, columns: Sequence[FlatColumn], styles: dict[str, Any]) -> None:
    for column_no, column in enumerate(columns):
        _put(page, 0, column_no, column.title, styles["head"], styles)
        for row_no, value in enumerate(column.values, start=1):
            _put(page, row_no, column_no, value, styles["text"], styles)
        page.set_column(column_no, column_no, _WIDTHS[column.kind])
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(columns[0].values), len(columns) - 1)
    page.repeat_rows(0)
    _set_paper(page)


def _set_paper(page: Any) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _put(page: Any, row: int, column: int, value: Value, text: Any, styles: dict[str, Any]) -> None:
    """text: how text is set."""
    if value is None or value == "":
        return
    if isinstance(value, Decimal | int):
        page.write_number(row, column, value, styles["whole" if value == int(value) else "number"])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, styles["day"])
    else:
        page.write_string(row, column, safe(value), text)


def _sheet_name(caption: str, taken: set[str]) -> str:
    """A name that Excel takes, and that no other sheet of the book has, whatever the case."""
    base = caption.translate(_SHEET_NAME).strip()[:31] or "1"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: 30 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name
