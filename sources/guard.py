"""Looks at the directory of an Office file before anything is unpacked.

docx and xlsx are zip archives; a 209 kB one can unpack to hundreds of megabytes inside the reader. Only the archive's
own directory is read here, no content. It knows nothing of workbooks or documents.
"""

import lzma
import struct
import zlib
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile

# A workbook of a hundred sheets has about 250 parts, a Word plan with a scan on each of 200 pages about 220.
MAX_ENTRIES = 2_000
# A Word plan with scanned pages comes to some tens of megabytes; period workbooks stay below one.
MAX_TOTAL_BYTES = 200 * 1024 * 1024
# Readers hold one XML part in memory at up to fifty times its size: 24 MB is 1.2 GB at the worst. Ten thousand rows of
# Biểu 1 are about 8 MB.
MAX_XML_BYTES = 24 * 1024 * 1024
# Sheets of equal rows shrink to about a thirtieth; deflate ends at 1,032 to 1, which is where bombs live.
MAX_RATIO = 120
# Below this size a high ratio does no harm: an empty theme or a sheet of blanks shrinks a lot too.
RATIO_COUNTS_FROM_BYTES = 1024 * 1024

# First bytes of the container of doc and xls, and of docx and xlsx that are encrypted with a password.
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
# Only pictures are kept out of the limit for XML: a part's ending does not say what a reader will take it for.
_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".emf", ".wmf")

# What zipfile and the libraries for Office files let through when parts are missing, cut off, encrypted or no XML
# (SyntaxError is the base of the XML parsers' errors); found by spoiling files byte by byte. Each reader adds the
# errors that only its library has.
SPOILED: Final[tuple[type[Exception], ...]] = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


class UnsafeArchiveError(ValueError):
    """The file is no archive, or opening it could exhaust the machine. Its text is the reason, in Vietnamese."""


class UnopenedArchiveError(UnsafeArchiveError):
    """The file is damaged, locked with a password, or no archive at all: nothing in it is suspicious."""


def check_archive(path: Path) -> None:
    """Return if the zip at `path` may be opened by a reader; UnsafeArchiveError with the reason otherwise.

    Sizes are those that the directory declares. A directory that lies low is harmless: zipfile stops reading an entry
    at its declared size and then fails on the checksum.
    """
    try:
        with ZipFile(path) as archive:
            entries = archive.infolist()
    except SPOILED as error:
        raise UnopenedArchiveError(_why_not_opened(path)) from error
    if len(entries) > MAX_ENTRIES:
        raise UnsafeArchiveError(f"tệp nén chứa {len(entries)} thành phần, nhiều hơn mức cho phép {MAX_ENTRIES}")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL_BYTES:
        raise UnsafeArchiveError(f"nội dung sau giải nén là {_megabytes(total)}, quá mức {_megabytes(MAX_TOTAL_BYTES)}")
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise UnopenedArchiveError("tệp được đặt mật khẩu")
        if entry.file_size > MAX_XML_BYTES and not entry.filename.casefold().endswith(_PICTURE_SUFFIXES):
            raise UnsafeArchiveError(
                f"thành phần {entry.filename} sau giải nén là {_megabytes(entry.file_size)}, "
                f"quá mức {_megabytes(MAX_XML_BYTES)}"
            )
        if entry.file_size >= RATIO_COUNTS_FROM_BYTES and entry.file_size > MAX_RATIO * entry.compress_size:
            raise UnsafeArchiveError(f"thành phần {entry.filename} bị nén quá {MAX_RATIO} lần, giống tệp phá hoại")


def _why_not_opened(path: Path) -> str:
    """Tell a password or an old format from a damaged file."""
    try:
        with path.open("rb") as stream:
            magic = stream.read(len(_OLE_MAGIC))
    except OSError:
        return "không mở được tệp để đọc"
    if magic == _OLE_MAGIC:
        return "tệp được đặt mật khẩu hoặc thuộc định dạng cũ (doc, xls)"
    return "tệp hỏng hoặc không phải tệp Office (docx, xlsx)"


def _megabytes(size: int) -> str:
    """Size in whole megabytes for a message, rounded up."""
    return f"{-(-size // (1024 * 1024))} MB"
