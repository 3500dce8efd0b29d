"""A filled review workbook to statements: who reviews which plan, and what is said of each row.

Nothing is guessed: what cannot be read is a finding with its sheet and cell, and says nothing of its row.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import SourceFile
from sources.keys import KEY
from sources.plans.remarks import Remark, remark
from sources.plans.reviews import headings
from sources.plans.reviews.cells import UnreadableCellError, read_cell
from sources.plans.reviews.doubles import grouped, places
from sources.plans.reviews.fields import Field, Kind
from sources.plans.reviews.kinds import KINDS, PLAN
from sources.plans.reviews.lines import read_line, what_stands
from sources.plans.reviews.sheet_lines import HEAD_ROWS, lines_of
from sources.plans.reviews.statements import Review, Said, Statement
from sources.plans.reviews.typed_lines import Line, Outcome
from sources.plans.reviews.words import code_of
from sources.spreadsheet import Book, Typed, UnreadableWorkbookError
from sources.vietnamese.dates import HOME
from sources.vietnamese.normal import match_key

_DAY: Final = Field("reviewed_on", headings.REVIEWED_ON, "day", 0)
_WHOLE: Final = "toàn bộ tệp"
# What spreadsheet programs save beside .xlsx, which this reader does not open.
OTHER_ENDINGS: Final = frozenset({".ods", ".xls"})
# More rows than these are counted in a finding, not listed.
_NAMED_ROWS: Final = 10


def read_review(file: SourceFile) -> Review:
    """The statements of one workbook; a refusal where it cannot be opened, names no plan or is not signed."""
    ending = PurePosixPath(file.name).suffix.casefold()
    if ending in OTHER_ENDINGS:
        return Review(file, refusal=remark("unreadable_review", _WHOLE, f"tệp lưu dạng {ending}"))
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
        found = list(lines_of(book, kind))
        told = [one for one in found if isinstance(one, Remark)]
        for lines in grouped(kind, (one for one in found if isinstance(one, Line))):
            outcome = _said_of_row(kind, lines, said, is_seen=is_seen)
            statements.extend(outcome.statements)
            told.extend(outcome.remarks)
            held += outcome.is_held
        remarks.extend(_gathered(told, kind))
    return Review(file, plan_key, tuple(statements), tuple(remarks), held=held)


def _said_of_row(kind: Kind, lines: Sequence[Line], said: Said, *, is_seen: bool) -> Outcome:
    """What the lines that speak of one row say of it."""
    first, *others = lines
    if not others:
        return read_line(kind, first, said, is_seen=is_seen)
    outcome = Outcome(what_stands(kind, first))
    outcome.hold("review_row_twice", first.place, places(lines))
    return outcome


def _gathered(remarks: Sequence[Remark], kind: Kind) -> list[Remark]:
    """One finding a sheet of rows that cannot be told: a column that was wiped would give one for each."""
    lost = [one.place for one in remarks if one.kind == "review_machine_lost"]
    if len(lost) <= 1:
        return list(remarks)
    rows = ", ".join(place.rpartition("!")[2] for place in lost[:_NAMED_ROWS])
    named = f"trang “{kind.sheet}”, {len(lost)} hàng: {rows}{' …' if len(lost) > _NAMED_ROWS else ''}"
    others = [one for one in remarks if one.kind != "review_machine_lost"]
    return [*others, remark("review_machine_lost", lost[0], named)]


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
    for row in range(1, min(sheet.max_row, HEAD_ROWS) + 1):
        value = sheet.cell(row, 1).value
        if isinstance(value, str) and match_key(value) == match_key(label):
            return book.typed(sheet, row, 2)
    return None


def _is_seen(book: Book, info: Worksheet, kind: Kind) -> bool:
    """Whether the first page says that the whole sheet of this kind was seen."""
    for row in range(1, min(info.max_row, HEAD_ROWS) + 1):
        value = info.cell(row, 1).value
        if isinstance(value, str) and match_key(value) == match_key(kind.sheet):
            cell = book.typed(info, row, 3)
            return cell is not None and code_of("yes_no", cell.text) == "yes"
    return False
