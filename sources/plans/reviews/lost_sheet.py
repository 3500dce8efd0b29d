"""The sheet of what earlier reviews said and no row of the plan answers to now: to be told again at the right row.

It is for reading only: the reader of reviews does not know it.
"""

from collections.abc import Sequence
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from sources import worksheet
from sources.plans.reviews import headings
from sources.plans.reviews.kinds import KIND
from sources.plans.reviews.words import word_of
from sources.plans.rows import CorrectionRow
from sources.worksheet import Content

_ACTIONS: Final = {"confirmed": "keep", "corrected": "correct", "struck_out": "strike", "added": "add"}
_COLUMNS: Final = (
    ("Trang", 12),
    ("Hàng", 36),
    (headings.ACTION, 8),
    ("Cột", 13),
    (headings.AS_READ, 16),
    (headings.VALUE, 22),
    (headings.REVIEWER, 14),
    (headings.REVIEWED_ON, 11),
    (headings.REASON, 18),
    ("Bảng cũ", 18),
)
_NOTE: Final = "Phần dưới đây chưa được dùng. Ghi lại vào đúng hàng ở các trang trước; trang này chỉ để xem."


def lost_of(rows: Sequence[object]) -> list[CorrectionRow]:
    """What found no row; of a row that was struck out whole, its first field stands for all."""
    lost = [row for row in rows if isinstance(row, CorrectionRow) and row.state == "without_row"]
    first = {(row.source_path, row.source_place): row for row in reversed(lost)}
    return [row for row in lost if row.action != "struck_out" or first[row.source_path, row.source_place] is row]


def put_lost(sheet: Worksheet, lost: Sequence[CorrectionRow]) -> None:
    """One line a field of what was said."""
    widths = tuple(width for _, width in _COLUMNS)
    worksheet.put_wide(sheet, 1, 1, len(_COLUMNS), headings.LOST_SHEET.upper(), bold=True)
    worksheet.put_wide(sheet, 2, 1, len(_COLUMNS), _NOTE, italic=True)
    worksheet.put_table_head(sheet, 4, [heading for heading, _ in _COLUMNS], widths)
    for line, row in enumerate(lost, start=5):
        contents = _contents(row)
        worksheet.put_row(sheet, line, contents, frozenset())
        worksheet.fit_height(sheet, line, contents, widths)
    sheet.protection.sheet = True
    worksheet.set_page(sheet, landscape=True)


def _contents(row: CorrectionRow) -> tuple[Content, ...]:
    kind = KIND[row.row_kind]
    field = kind.field.get(row.field or "") if row.action != "struck_out" else None
    return (
        kind.sheet,
        row.clause,
        word_of("action", _ACTIONS[row.action]),
        field.heading if field else None,
        row.value_before if field else None,
        row.value_after if field else None,
        row.reviewer,
        row.reviewed_on,
        row.reason,
        f"{row.source_path}, {row.source_place}",
    )
