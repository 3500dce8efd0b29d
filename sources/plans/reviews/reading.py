"""A filled review workbook to statements: who reviews which plan, and what is said of each row.

Nothing is guessed: what cannot be read is a finding with its sheet and cell, and says nothing of its row.
"""

from collections.abc import Iterator
from datetime import date, timedelta, timezone
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import SourceFile
from sources.keys import KEY
from sources.plans.remarks import Remark
from sources.plans.reviews import headings
from sources.plans.reviews.cells import UnreadableCellError, read_cell
from sources.plans.reviews.fields import Field, Kind
from sources.plans.reviews.kinds import KINDS, PLAN
from sources.plans.reviews.lines import read_line
from sources.plans.reviews.remarks import remark
from sources.plans.reviews.statements import Review, Said, Statement
from sources.plans.reviews.typed_lines import Line
from sources.plans.reviews.words import code_of
from sources.spreadsheet import MAX_ROWS, Book, Typed, UnreadableWorkbookError
from sources.vietnamese.normal import match_key

# Labels of the first page and heads of tables stand in the upper part of a sheet; thirty rows leave room for notes.
_HEAD_ROWS: Final = 30
_COLUMNS: Final = 30
# A date of a review is a day at home, whatever clock the file came by.
HOME: Final = timezone(timedelta(hours=7))
_DAY: Final = Field("reviewed_on", headings.REVIEWED_ON, "day", 0)
_WHOLE: Final = "toàn bộ tệp"


def read_review(file: SourceFile) -> Review:
    """The statements of one workbook; a refusal where it cannot be opened, names no plan or is not signed."""
    try:
        return _read(file, Book(file.path))
    except UnreadableWorkbookError as error:
        return Review(file, refusal=remark("unreadable_review", _WHOLE, str(error)))


def _read(file: SourceFile, book: Book) -> Review:
    info = next((sheet for sheet in book.visible if _beside(book, sheet, headings.PLAN_KEY)), None)
    named = _beside(book, info, headings.PLAN_KEY) if info else None
    plan_key = named.text.casefold() if named else ""
    if info is None or not KEY.fullmatch(plan_key):
        return Review(file, refusal=remark("not_a_review", _WHOLE, f"không thấy “{headings.PLAN_KEY}” ở trang nào"))
    said = _signature(file, book, info)
    if isinstance(said, Remark):
        return Review(file, plan_key, refusal=said)
    statements: list[Statement] = []
    remarks: list[Remark] = []
    held = 0
    for kind in (PLAN, *KINDS):
        is_seen = _is_seen(book, info, kind)
        for found in _lines(book, kind):
            if isinstance(found, Remark):
                remarks.append(found)
                continue
            outcome = read_line(kind, found, said, is_seen=is_seen)
            statements.extend(outcome.statements)
            remarks.extend(outcome.remarks)
            held += outcome.is_held
    return Review(file, plan_key, tuple(statements), tuple(remarks), held=held)


def _signature(file: SourceFile, book: Book, info: Worksheet) -> Said | Remark:
    """Who reviews and when; a review dated after the day it came is a slip of the hand, and later ones win."""
    name, day = _beside(book, info, headings.REVIEWER), _beside(book, info, headings.REVIEWED_ON)
    if name is None or name.error or not any(char.isalpha() for char in name.text):
        return remark("review_without_signature", info.title, "chưa ghi họ tên người rà soát")
    if day is None:
        return remark("review_without_signature", info.title, "chưa ghi ngày rà soát")
    try:
        reviewed_on = date.fromisoformat(read_cell(_DAY, day) or "")
    except UnreadableCellError as error:
        return remark("review_without_signature", day.place, f"ngày rà soát “{day.text}” {error}")
    if reviewed_on > file.received_at.astimezone(HOME).date():
        return remark("review_without_signature", day.place, f"ngày rà soát {day.text} sau ngày nhận tệp")
    return Said(name.text, reviewed_on)


def _beside(book: Book, sheet: Worksheet, label: str) -> Typed | None:
    """The cell right of a label in the first column."""
    for row in range(1, min(sheet.max_row, _HEAD_ROWS) + 1):
        value = sheet.cell(row, 1).value
        if isinstance(value, str) and match_key(value) == match_key(label):
            return book.typed(sheet, row, 2)
    return None


def _is_seen(book: Book, info: Worksheet, kind: Kind) -> bool:
    """Whether the first page says that the whole sheet of this kind was seen."""
    for row in range(1, min(info.max_row, _HEAD_ROWS) + 1):
        value = info.cell(row, 1).value
        if isinstance(value, str) and match_key(value) == match_key(kind.sheet):
            cell = book.typed(info, row, 3)
            return cell is not None and code_of("yes_no", cell.text) == "yes"
    return False


def _lines(book: Book, kind: Kind) -> Iterator[Line | Remark]:
    """Lines of the kind's sheet that have content; one remark where its table is gone."""
    sheet = next((sheet for sheet in book.visible if match_key(sheet.title) == match_key(kind.sheet)), None)
    if sheet is None:
        yield remark("unreadable_review", _WHOLE, f"không thấy trang “{kind.sheet}”")
        return
    head, columns = _table_head(sheet)
    if not {match_key(headings.ACTION), match_key(headings.MACHINE)} <= set(columns):
        yield remark("unreadable_review", sheet.title, f"trang “{kind.sheet}” mất dòng tên cột")
        return
    if sheet.max_row > MAX_ROWS:
        yield remark(
            "unreadable_review", sheet.title, f"trang “{kind.sheet}” dài hơn {MAX_ROWS} hàng; phần sau chưa đọc"
        )
    for row in book.row_numbers(sheet):
        if row > head:
            line = _line(book, sheet, row, kind, columns)
            if line.machine is not None or not line.is_empty:
                yield line


def _table_head(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of the column headings, and key of heading -> column."""
    for row in range(1, min(sheet.max_row, _HEAD_ROWS) + 1):
        cells = ((column, sheet.cell(row, column).value) for column in range(1, _COLUMNS + 1))
        columns = {match_key(value): column for column, value in cells if isinstance(value, str)}
        if match_key(headings.ACTION) in columns:
            return row, columns
    return 0, {}


def _line(book: Book, sheet: Worksheet, row: int, kind: Kind, columns: dict[str, int]) -> Line:
    def typed(heading: str) -> Typed | None:
        column = columns.get(match_key(heading))
        return book.typed(sheet, row, column) if column else None

    if kind is PLAN:
        label = typed(headings.FIELD)
        found = [field for field in PLAN.fields if label and match_key(label.text) == match_key(field.heading)]
        cells = {field.name: typed(headings.VALUE) for field in found}
    else:
        cells = {field.name: typed(field.heading) for field in kind.fields if match_key(field.heading) in columns}
    place = f"{sheet.title}!{row}"
    return Line(place, cells, typed(headings.ACTION), typed(headings.REASON), typed(headings.MACHINE))
