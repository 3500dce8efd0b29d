"""The sheets that begin empty: numbered lines to type into, with those already known on top."""

from collections.abc import Sequence
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sources.results.template import layout, table
from sources.results.template.form import Form
from sources.results.template.lines import put_lines
from sources.results.template.table import Column
from sources.worksheet import Content

_NUMBER_ERROR: Final = "Chỉ nhập số, không âm."


def write(
    sheet: Worksheet,
    form: Form,
    titles: tuple[str, str],
    advice: str,
    columns: Sequence[Column],
    lines: Sequence[Sequence[Content]],
    blanks: tuple[int, float],
) -> None:
    """Write a sheet. titles: annex and title; lines: contents without the number; blanks: how many, how high."""
    widths = table.widths_of(columns)
    row = layout.put_heading(sheet, form, *titles, widths)
    layout.put_advice(sheet, row, len(widths), advice)
    table.put_head(sheet, row + 1, columns)
    empty: list[Content] = [None] * (len(columns) - 1)
    known = [*lines, *([empty] * (blanks[0] - len(lines)))]
    numbered = [(number, *contents) for number, contents in enumerate(known, start=1)]
    first = row + 2
    last = put_lines(sheet, form, (row + 1, row + 1), columns, numbered, blanks[1])
    table.put_offers(sheet, columns, first, last)
    _put_number_checks(sheet, columns, first, last)
    layout.finish(sheet, landscape=True, may_grow=True)


def _put_number_checks(sheet: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    for number, column in enumerate(columns, start=1):
        if column.kind == "number" and column.is_entry:
            letter = get_column_letter(number)
            check = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
            check.showErrorMessage, check.errorTitle, check.error = True, "Số liệu chưa hợp lệ", _NUMBER_ERROR
            check.add(f"{letter}{first}:{letter}{last}")
            sheet.add_data_validation(check)
