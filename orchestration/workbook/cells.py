"""How a value of a mart becomes a cell: numbers stay numbers, dates dates, and text is never run as a formula.

What a cell cannot hold is not lost in silence: `Pen.notes` counts it, for the first sheet to say.
"""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import pyarrow as pa
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

# Limits of the file format: UTF-16 units in a cell, digits that a number keeps, the first day that sums stay right from
# (it takes 1900 for a leap year).
LONGEST_TEXT: Final = 32_767
MOST_DIGITS: Final = 15
FIRST_DAY: Final = date(1900, 3, 1)
CUT: Final = " […]"
_LARGE: Final = 10**9
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t")
# What XML 1.0 cannot say, and what the library would put into the file as marks of its own; few texts hold any of it.
_SUSPECT: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|^<r>")
_RUN: Final = "<r>"
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Write = Callable[[int, int, Any], None]


class Pen:
    """Writes values of Arrow types to the sheets of one workbook, and keeps account of what would not fit."""

    def __init__(self, book: Workbook) -> None:
        self.notes: Counter[str] = Counter()
        paper = {"bg_color": "#DDE6EE", "border": 1, "border_color": "#808080", "text_wrap": True, "valign": "top"}
        self.head: Format = book.add_format({**paper, "bold": True})
        self.second_head: Format = book.add_format({**paper, "italic": True})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top", "indent": 1})
        self.link: Format = book.add_format({"font_color": "#1F4E79", "underline": 1, "valign": "top"})
        self._quoted: Format = book.add_format({"quote_prefix": True})
        self._whole: Format = book.add_format({"num_format": "#,##0"})
        self._broken: Format = book.add_format({"num_format": "#,##0.00##"})
        self._day: Format = book.add_format({"num_format": "dd/mm/yyyy"})
        self._moment: Format = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})

    def writer(self, sheet: Worksheet, kind: pa.DataType) -> Write:
        """What writes a value of this type to a row and column of the sheet; blanks are the caller's to leave out."""

        def text(row: int, column: int, value: object) -> None:
            said = self.fitting(str(value))
            sheet.write_string(row, column, said, self._quoted if said.startswith(_FORMULA_STARTS) else None)

        def truth(row: int, column: int, value: bool) -> None:
            sheet.write_boolean(row, column, value)

        def number(row: int, column: int, value: int | Decimal) -> None:
            # Most figures are small: only a large one has its digits counted.
            if not -_LARGE < value < _LARGE and len(Decimal(value).normalize().as_tuple().digits) > MOST_DIGITS:
                self.notes["digits"] += 1
                text(row, column, value)
            elif isinstance(value, int):
                sheet.write_number(row, column, value)
            else:
                sheet.write_number(row, column, value, self._broken if value % 1 else self._whole)

        def day(row: int, column: int, value: date) -> None:
            is_moment = isinstance(value, datetime)
            if (value.date() if isinstance(value, datetime) else value) < FIRST_DAY:
                self.notes["days"] += 1
                text(row, column, value.isoformat())
            else:
                sheet.write_datetime(row, column, value, self._moment if is_moment else self._day)

        if pa.types.is_boolean(kind):
            return truth
        if pa.types.is_integer(kind) or pa.types.is_decimal(kind):
            return number
        return day if pa.types.is_temporal(kind) else text

    def fitting(self, value: str) -> str:
        """The text as a cell can hold it."""
        said = value
        if _SUSPECT.search(value):
            said = _ILLEGAL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
            said = f" {said}" if said.startswith(_RUN) else said
        if len(said) * 2 > LONGEST_TEXT and len(said.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            self.notes["texts"] += 1
            units = said.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(CUT))]
            return units.decode("utf-16-le", errors="ignore") + CUT
        return said
