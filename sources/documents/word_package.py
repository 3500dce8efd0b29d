"""The parts of a Word file that hold its text, styles and lists, parsed; files that are something else are refused."""

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]

from sources.documents.blocks import DocumentError
from sources.guard import SPOILED, UnopenedArchiveError, UnsafeArchiveError, check_archive

_REMEDY: Final = "Mở tệp bằng Word, lưu lại thành .docx mới rồi gửi lại."
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Word can save in the strict form of the standard: the same elements under another name.
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN: Final = "word/document.xml"
# First bytes of files that people rename to .docx; compared after blanks, in small letters.
_DISGUISES: Final = (
    (b"{\\rtf", "RTF"),
    (b"%pdf", "PDF"),
    (b"<!doctype html", "trang web (HTML)"),
    (b"<html", "trang web (HTML)"),
    (b"mime-version:", "trang web (MHT)"),
    (b"<?xml", "XML"),
    (b"\x89png", "ảnh"),
    (b"\xff\xd8\xff", "ảnh"),
)
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0"
# Names of streams in an OLE container stand in its directory, within the first megabytes of any plan.
_OLE_REACH: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Roots of the XML parts; None where the file has none."""

    document: Any
    styles: Any | None
    numbering: Any | None


def w(name: str) -> str:
    """Full name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def read_parts(path: Path) -> Parts:
    """Parsed parts of the file. DocumentError where it is damaged, locked, unsafe or no Word file."""
    try:
        check_archive(path)
        return _parts(path)
    except UnopenedArchiveError as error:
        form = _real_form(path)
        if form:
            message = f"Tệp có đuôi .docx nhưng nội dung là {form}."
            raise DocumentError("broken_file", message, _REMEDY) from error
        raise DocumentError("broken_file", f"Không mở được tệp Word: {error}.", _REMEDY) from error
    except UnsafeArchiveError as error:
        raise DocumentError("suspicious_archive", f"Không mở tệp Word để bảo đảm an toàn: {error}.", _REMEDY) from error
    except DocumentError:
        raise
    except (*SPOILED, etree.LxmlError) as error:
        message = "Tệp Word bị hỏng hoặc thiếu phần văn bản, không đọc được."
        raise DocumentError("broken_file", message, _REMEDY) from error


def _parts(path: Path) -> Parts:
    with ZipFile(path) as archive:
        names = set(archive.namelist())
        main = _related(archive, names, "", "/officeDocument") or _MAIN
        if main not in names:
            raise DocumentError("broken_file", _other_archive(archive, names), _REMEDY)
        found = {kind: _related(archive, names, main, f"/{kind}") for kind in ("styles", "numbering")}
        return Parts(
            _root(archive.read(main)),
            *(_root(archive.read(part)) if part in names else None for part in found.values()),
        )


def _root(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    root = etree.fromstring(content.replace(_STRICT, WORD.encode()), parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(
            "suspicious_archive", "Không mở tệp Word để bảo đảm an toàn: tệp tự khai báo thực thể XML.", _REMEDY
        )
    return root


def _related(archive: ZipFile, names: set[str], part: str, kind: str) -> str | None:
    """Name of the part that `part` (of the whole file: "") refers to as this kind."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in names:
        return None
    for relation in _root(archive.read(relations)).iter(_RELATION):
        if relation.get("Type", "").endswith(kind):
            return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
    return None


def _other_archive(archive: ZipFile, names: set[str]) -> str:
    kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
    if b"opendocument" in kind:
        return "Tệp có đuôi .docx nhưng nội dung là tệp OpenDocument (odt)."
    if any(name.startswith("xl/") for name in names):
        return "Tệp có đuôi .docx nhưng nội dung là bảng tính Excel."
    return "Tệp Word bị hỏng hoặc thiếu phần văn bản, không đọc được."


def _real_form(path: Path) -> str:
    """What a file that is no archive really is, by its first bytes; "" where they say nothing."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_OLE_REACH)
    except OSError:
        return ""
    start = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if content.startswith(_OLE_MAGIC):
        # A container of either kind names its streams in UTF-16.
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        is_old = not is_locked and "WordDocument".encode("utf-16-le") in content
        return "tệp Word 97-2003 (.doc)" if is_old else ""
    return next((form for magic, form in _DISGUISES if start.startswith(magic)), "")
