"""The first visible sheet of a workbook as a flat table, read by a child within limits."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sources.bounded import Fault, Limits, Refusal, each
from sources.flat_table import FlatTable, UnreadableTableError, build_table
from sources.spreadsheet import MAX_ROWS, Book, UnreadableWorkbookError

# A register of two thousand lines is read in a second. The largest part that the archive guard lets through takes half
# a minute and 1.2 GB, libraries half a gigabyte of address space.
_LIMITS: Final = Limits(seconds=60, memory_bytes=2 * 1024**3)
# Two thousand lines are some hundred kilobytes.
_MAX_BYTES: Final = 32 * 1024 * 1024
_WHY: Final[Mapping[str, str]] = {
    "too_slow": "đọc quá lâu nên đã dừng",
    "too_heavy": "đọc cần quá nhiều bộ nhớ nên đã dừng",
    "reader_stopped": "tệp làm hỏng chương trình đọc",
}
_LOG = logging.getLogger(__name__)

_Rows = list[tuple[int, list[str]]]


def read_workbook(path: Path) -> FlatTable:
    """Raises UnreadableTableError."""
    (outcome,) = each(_read, [path], _LIMITS)
    if isinstance(outcome, Refusal):
        raise UnreadableTableError(_WHY[outcome.kind])
    if isinstance(outcome, Fault):
        _LOG.error("%s: %s\n%s", path.name, outcome.error, outcome.trace)
        raise UnreadableTableError(f"chương trình đọc gặp lỗi của chính mình ({outcome.error})")
    if isinstance(outcome, str):
        raise UnreadableTableError(outcome)
    return build_table(iter(outcome))


def _read(path: Path) -> _Rows | str:
    """Runs in the child: the cells as text with the numbers of their rows, or why they cannot be had."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            return "tệp quá lớn so với một bảng số liệu"
        book = Book(path)
        for sheet in book.visible[:1]:
            if sheet.max_row > MAX_ROWS:
                return f"trang dài quá {MAX_ROWS} dòng; lưu bảng dạng csv"
            return [(number, book.texts(sheet, number)) for number in book.row_numbers(sheet)]
    except UnreadableWorkbookError as error:
        return str(error)
    except OSError:
        return "không mở được tệp để đọc"
    return []
