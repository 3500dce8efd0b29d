"""Writes the review workbook of one plan: who reviews, how it is done, then one sheet for each kind of row.

The reader's counterpart. The same rows give the same bytes. Machine columns are hidden and the sheets protected without
a password, so that they stay hidden; cells of the tables stay open, since one locked cell would forbid sorting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.office_times import with_fixed_times
from sources.plans.reviews import headings
from sources.plans.reviews.entries import Entry
from sources.plans.reviews.kinds import KINDS, PLAN
from sources.plans.reviews.lost_sheet import put_lost
from sources.plans.reviews.sheet_parts import put_lists
from sources.plans.reviews.sheets import put_plan, put_rows
from sources.plans.reviews.words import words
from sources.plans.rows import CorrectionRow

# The workbook carries no time of its own: whoever fills it in writes the date of the review.
_MADE_AT: Final = datetime(2000, 1, 1, tzinfo=UTC)
# What an upright page of A4 holds: a single wider column is printed past the edge of the paper.
_HELP_WIDTH: Final = 74.0


@dataclass(frozen=True, slots=True)
class Subject:
    """The plan of a workbook, as its first page names it."""

    plan_key: str
    file_name: str
    agency: str | None
    title: str | None
    number: str | None


def write(subject: Subject, entries: Sequence[Entry], path: Path, lost: Sequence[CorrectionRow] = ()) -> None:
    """Write the workbook to `path`, replacing what is there. lost: what earlier reviews said of rows that are gone."""
    of_kind = {kind.name: [entry for entry in entries if entry.kind == kind] for kind in (PLAN, *KINDS)}
    book = Workbook()
    info = book.active
    assert isinstance(info, Worksheet)  # noqa: S101 -- a new Workbook always has one; narrows the library's type
    info.title = headings.INFO_SHEET
    _put_info(info, subject, {kind.sheet: len(of_kind[kind.name]) for kind in KINDS})
    _put_help(book.create_sheet(headings.HELP_SHEET))
    plan, *sheets = (book.create_sheet(kind.sheet) for kind in (PLAN, *KINDS))
    if lost:
        put_lost(book.create_sheet(headings.LOST_SHEET), lost)
    # Made after the sheets of rows, so that it stands behind them.
    ranges = put_lists(book.create_sheet(headings.LISTS_SHEET))
    put_plan(plan, of_kind["plan"], ranges)
    for kind, sheet in zip(KINDS, sheets, strict=True):
        put_rows(sheet, kind, of_kind[kind.name], ranges)
    book.properties.creator = "Thước Đo"
    book.properties.title = f"Rà soát {subject.plan_key}"
    book.properties.created = _MADE_AT.replace(tzinfo=None)
    saved = BytesIO()
    book.save(saved)
    path.write_bytes(with_fixed_times(saved.getvalue(), _MADE_AT))


def _put_info(sheet: Worksheet, subject: Subject, counts: Mapping[str, int]) -> None:
    worksheet.put_wide(sheet, 1, 1, 3, "BẢNG RÀ SOÁT KẾ HOẠCH", bold=True)
    worksheet.put_table_head(sheet, 3, (headings.FIELD, "Giá trị"), (34, 64))
    lines = (
        (headings.PLAN_KEY, subject.plan_key),
        ("Tên kế hoạch", subject.title),
        ("Số, ký hiệu", subject.number),
        ("Cơ quan ban hành", subject.agency),
        ("Tệp kế hoạch", subject.file_name),
        (headings.VERSION, headings.FORM_VERSION),
        (headings.REVIEWER, None),
        (headings.REVIEWED_ON, None),
    )
    for row, (label, value) in enumerate(lines, start=4):
        to_fill = label in {headings.REVIEWER, headings.REVIEWED_ON}
        worksheet.put_row(sheet, row, (label, value), frozenset({2}) if to_fill else frozenset())
        cell = sheet.cell(row, 2)
        cell.alignment, cell.protection = worksheet.LEFT, Protection(locked=not to_fill)
    sheet.cell(3 + len(lines), 2).number_format = "dd/mm/yyyy"
    first = 3 + len(lines) + 2
    worksheet.put_table_head(sheet, first, ("Trang", "Số hàng", headings.SEEN), (34, 64, 18))
    for row, (title, count) in enumerate(counts.items(), start=first + 1):
        worksheet.put_row(sheet, row, (title, count, None), frozenset({3}))
        sheet.cell(row, 3).protection = Protection(locked=False)
    worksheet.offer(sheet, f"C{first + 1}:C{first + len(counts)}", tuple(words("yes_no").values()))
    sheet.freeze_panes = None
    sheet.print_title_rows = None
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    worksheet.set_page(sheet, landscape=False)


def _put_help(sheet: Worksheet) -> None:
    worksheet.put(sheet.cell(1, 1), "HƯỚNG DẪN", bold=True, align="center")
    sheet.column_dimensions["A"].width = _HELP_WIDTH
    for row, line in enumerate(headings.INSTRUCTIONS, start=3):
        worksheet.put(sheet.cell(row, 1), line)
        worksheet.fit_height(sheet, row, (line,), (_HELP_WIDTH,))
    sheet.protection.sheet = True
    worksheet.set_page(sheet, landscape=False)
