"""Adds up the areas that a workbook spreads over: one merged range or link may claim all cells of a sheet.

The workbook library makes a cell for each place of such a range; A1:XFD1048576 takes all memory. Only ranges are read
here; nothing of what cells hold.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from openpyxl.utils import range_boundaries
from openpyxl.xml.functions import iterparse

from sources.guard import SPOILED, UnopenedArchiveError, UnsafeArchiveError

# Forms merge some hundred cells; a title merged over whole rows of a long sheet comes to some ten thousand.
MAX_SPREAD_CELLS: Final = 200_000
# A declaration of XML, and blanks before it.
_BEGINNING: Final = 1024
# The far corner of a sheet, XFD1048576.
_LAST_COLUMN: Final = 16_384
_LAST_ROW: Final = 1_048_576
# Elements whose attribute `ref` is a range that the library makes cells for.
_SPREADING: Final = ("mergeCell", "hyperlink", "comment")
_NAMED: Final = re.compile(rb"(?:mergeCell|hyperlink|comment)(?![A-Za-z])")
# How every program writes them. Where each of the names above stands in exactly this shape, or is not the beginning of
# an element, nothing can hide; a part with any other shape goes through the library's own parser, ten times slower.
_PLAIN: Final = re.compile(rb'<(?:mergeCell|hyperlink|comment) ref="([A-Z0-9:]{2,21})"')


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
    with archive.open(part) as stream:
        content = stream.read(_BEGINNING)
        # Pictures and fonts may be large; the first bytes of anything that a parser takes hold the first element.
        if b"<" not in content:
            return 0
        content += stream.read()
    plain = _PLAIN.findall(content)
    # A zero byte is UTF-16; all other codes that the parser takes write markup in ASCII.
    if b"\0" not in content and len(plain) == len(_NAMED.findall(content)):
        return sum(_cells_in(ref.decode()) for ref in plain)
    cells = 0
    try:
        for _, element in iterparse(BytesIO(content)):
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
