"""A workbook as many programs save it: without notes, drop-downs and empty cells. The sample stays light this way.

What is typed stays as it is. The shapes of XML are those that openpyxl writes.
"""

import re
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_EMPTY_CELL: Final = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="n")? ?(?:/>|></c>)')
_CHECKS: Final = re.compile(rb"<dataValidations.*?</dataValidations>", re.DOTALL)
_NOTES: Final = re.compile(rb"<legacyDrawing [^>]*/>")
_NOTE_PARTS: Final = ("xl/comments/", "xl/drawings/", "xl/worksheets/_rels/")
_NOTE_TYPES: Final = re.compile(rb'<Override PartName="/xl/comments/[^>]*/>')
# A letter as its number takes seven bytes, as itself two or three.
_LETTER: Final = re.compile(rb"&#([0-9]+);")
_FIRST_LETTER: Final = 128


def slimmed(archive: bytes) -> bytes:
    """The same workbook, lighter by a third."""
    slim = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(slim, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for entry in source.infolist():
            if entry.filename.startswith(_NOTE_PARTS):
                continue
            content = source.read(entry)
            if entry.filename.endswith(".xml"):
                content = _LETTER.sub(_letter, content)
            if entry.filename.startswith("xl/worksheets/"):
                for needless in (_EMPTY_CELL, _CHECKS, _NOTES):
                    content = needless.sub(b"", content)
            target.writestr(entry, _NOTE_TYPES.sub(b"", content))
    return slim.getvalue()


def _letter(found: re.Match[bytes]) -> bytes:
    number = int(found[1])
    return chr(number).encode() if number >= _FIRST_LETTER else found[0]
