"""Adds up the areas that a workbook spreads over: one merged range or link may claim all cells of a sheet.

The workbook library makes a cell for each place of such a range; A1:XFD1048576 takes all memory. Only ranges are read
here, in a stream and by the library's own parser; nothing of what cells hold.
"""

from pathlib import Path
from typing import Final
from zipfile import ZipFile

from openpyxl.utils import range_boundaries
from openpyxl.xml.functions import iterparse

from sources.guard import SPOILED, UnopenedArchiveError, UnsafeArchiveError

# Forms merge some hundred cells; a title merged over whole rows of a long sheet comes to some ten thousand.
MAX_SPREAD_CELLS: Final = 200_000
# The far corner of a sheet, XFD1048576.
_LAST_COLUMN: Final = 16_384
_LAST_ROW: Final = 1_048_576
# Elements whose attribute `ref` is a range that the library makes cells for.
_SPREADING: Final = ("mergeCell", "hyperlink", "comment")


def check_areas(path: Path) -> None:
    """UnsafeArchiveError where merged ranges, links and notes of the workbook together spread over too many cells."""
    try:
        with ZipFile(path) as archive:
            # Any part may be a sheet, whatever its name says; one that is no XML ends at its first byte.
            cells = sum(_spread(archive, entry.filename) for entry in archive.infolist())
    except SPOILED as error:
        raise UnopenedArchiveError("cấu trúc bảng tính hỏng, không đọc được") from error
    if cells > MAX_SPREAD_CELLS:
        raise UnsafeArchiveError(f"các ô gộp trải trên {cells} ô, nhiều hơn mức cho phép {MAX_SPREAD_CELLS}")


def _spread(archive: ZipFile, part: str) -> int:
    """Cells that `part` spreads over. A part that breaks off counts as far as it goes: the library takes none of it."""
    cells = 0
    with archive.open(part) as stream:
        try:
            for _, element in iterparse(stream):
                if element.tag.rpartition("}")[2] in _SPREADING and "ref" in element.attrib:
                    cells += _cells_in(element.attrib["ref"])
                element.clear()
        except (SyntaxError, ValueError):  # no XML, or XML with entities, which the guarded parser refuses
            pass
    return cells


def _cells_in(ref: str) -> int:
    """Cells of a range; one of whole rows or columns (A:C, 1:3) counts as far as a sheet can reach."""
    try:
        left, top, right, bottom = range_boundaries(ref)
    except ValueError:  # the library refuses the sheet for it
        return 0
    return max(((right or _LAST_COLUMN) - (left or 1) + 1) * ((bottom or _LAST_ROW) - (top or 1) + 1), 0)
