"""Which kind of file a table came in, by its first bytes: the ending of its name is what a clerk typed.

An old workbook is sent as .xlsx, a csv as .xls, and reporting systems hand out web pages under the name of a workbook.
"""

from pathlib import Path
from typing import Final, Literal

Kind = Literal["office", "old", "text", "foreign"]

_OFFICE: Final = b"PK\x03\x04"
# The container of Excel 5 to 2003 and of locked files; workbooks before it begin with their own first record.
_OLD: Final = (b"\xd0\xcf\x11\xe0", b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_HEAD_BYTES: Final = 512
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"
# First letters, small, without blanks -> what the file is. Excel opens web pages and its XML of 2003 like workbooks.
_FOREIGN: Final = (
    (b"<?xml", "tệp XML (Excel 2003) chứ không phải bảng tính"),
    (b"<", "trang web (HTML) được đặt đuôi bảng tính"),
    (b"mime-version:", "trang web (MHTML) được đặt đuôi bảng tính"),
    (b"%pdf", "tệp PDF, không phải bảng tính"),
    (b"{\\rtf", "văn bản RTF, không phải bảng tính"),
)


def kind_of(path: Path) -> tuple[Kind, str]:
    """The kind, and for a foreign file what it is, in Vietnamese. An empty file counts as text. OSError."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    if head.startswith(_OFFICE):
        foreign = "bảng tính OpenDocument (.ods)" if _OPEN_DOCUMENT in head else ""
        return ("foreign", foreign) if foreign else ("office", "")
    if head.startswith(_OLD):
        return "old", ""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    letters = head.replace(b"\0", b"").lstrip().lower()
    for start, what in _FOREIGN:
        if letters.startswith(start):
            return "foreign", what
    return "text", ""
