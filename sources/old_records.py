"""Walks through the records of an old Excel file (.xls) before the library loads it: what it would make, what it locks.

The library gives values alone; which of them a formula computed is said by the records. Record layouts: [MS-XLS], and
for Excel 5 and 95 the documentation of the OpenOffice project.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sources.compound_file import SIGNATURE, CompoundFile
from sources.guard import UnopenedArchiveError, UnsafeArchiveError

# A cell takes the library some hundred bytes. 600,000 are 30,000 lines of twenty cells.
MAX_CELLS: Final = 600_000
MAX_SHEETS: Final = 256
# As in areas: merged titles come to some ten thousand cells.
MAX_SPREAD_CELLS: Final = 200_000

_BOF: Final = (0x0009, 0x0209, 0x0409, 0x0809)
_EOF, _SHEET, _PASSWORD, _MERGED = 0x000A, 0x0085, 0x002F, 0x00E5
_FORMULAS: Final = (0x0006, 0x0206, 0x0406)
_CELLS: Final = (0x0201, 0x0203, 0x0204, 0x0205, 0x00FD, 0x027E, 0x00D6, *_FORMULAS)
_ROW_OF_NUMBERS, _ROW_OF_BLANKS = 0x00BD, 0x00BE
_WORKSHEET: Final = 0


@dataclass(slots=True)
class _Sheet:
    cells: int = 0
    spread: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)


def formula_cells(stream: bytes) -> list[set[tuple[int, int]]]:
    """Row and column, from 0, of the formulas of each worksheet in order.

    UnsafeArchiveError where the sheets would take too much memory, UnopenedArchiveError where the file is locked.
    """
    offsets: list[int] = []
    for code, body in _records(stream, 0):
        if code == _PASSWORD:
            raise UnopenedArchiveError("tệp được đặt mật khẩu")
        if code == _SHEET and len(body) >= 6 and body[5] == _WORKSHEET:
            offsets.append(int.from_bytes(body[:4], "little"))
    if len(offsets) > MAX_SHEETS:
        raise UnsafeArchiveError(f"tệp có {len(offsets)} trang, nhiều hơn mức cho phép {MAX_SHEETS}")
    sheets = [_sheet(stream, offset) for offset in offsets]
    if sum(sheet.cells for sheet in sheets) > MAX_CELLS:
        raise UnsafeArchiveError(f"bảng tính có nhiều hơn {MAX_CELLS} ô")
    if (spread := sum(sheet.spread for sheet in sheets)) > MAX_SPREAD_CELLS:
        raise UnsafeArchiveError(f"các ô gộp trải trên {spread} ô, nhiều hơn mức cho phép {MAX_SPREAD_CELLS}")
    return [sheet.formulas for sheet in sheets]


def workbook_stream(content: bytes) -> bytes:
    """The workbook in its container; the oldest files have none. UnopenedArchiveError where there is no workbook."""
    if not content.startswith(SIGNATURE):
        return content
    container = CompoundFile(content)
    for name in ("Workbook", "Book"):
        stream = container.stream(name)
        if stream is not None:
            return stream
    if container.stream("EncryptedPackage") is not None:
        raise UnopenedArchiveError("tệp được đặt mật khẩu")
    raise UnopenedArchiveError("tệp không phải bảng tính Excel")


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of the part that begins at `offset`, those of parts inside it (charts) left out."""
    depth = 0
    while offset + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, offset)
        if code in _BOF:
            depth += 1
        elif code == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield code, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _sheet(stream: bytes, offset: int) -> _Sheet:
    sheet = _Sheet()
    for code, body in _records(stream, offset):
        if code in _CELLS:
            sheet.cells += 1
        elif code == _ROW_OF_NUMBERS:
            sheet.cells += max(len(body) - 6, 0) // 6
        elif code == _ROW_OF_BLANKS:
            sheet.cells += max(len(body) - 6, 0) // 2
        elif code == _MERGED:
            sheet.spread += _spread(body)
        if code in _FORMULAS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            sheet.formulas.add((row, column))
        if sheet.cells > MAX_CELLS:
            break
    return sheet


def _spread(body: bytes) -> int:
    """Cells of the merged ranges of a record."""
    ranges = (struct.unpack_from("<4H", body, at) for at in range(2, len(body) - 7, 8))
    return sum(max(bottom - top + 1, 0) * max(right - left + 1, 0) for top, bottom, left, right in ranges)
