"""Edits inside the archive of a workbook, for what no library writes: other programs' XML, missing parts, bombs."""

import re
from collections.abc import Callable
from io import BytesIO
from posixpath import normpath
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from sources.office_times import with_fixed_times
from tests.sources.results.golden.makers.desk import SAVED_AT

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = (
    (_MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
)
_CELL: Final = re.compile(
    r'<c r="([A-Z]+[0-9]+)"((?: [a-z]+="[^"]*")*?) t="s"((?: [a-z]+="[^"]*")*)>\s*<v>([0-9]+)</v>\s*</c>'
)
_STRING: Final = re.compile(r"<si>(.*?)</si>|<si ?/>", re.DOTALL)
_TEXT: Final = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)


def edit(content: bytes, change: Callable[[str, str], str | None]) -> bytes:
    """The archive with every XML part changed: (part, text) -> text, None to leave the part out."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(changed, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            raw = source.read(entry)
            if not entry.filename.endswith((".xml", ".rels")):
                target.writestr(entry, raw)
                continue
            text = change(entry.filename, raw.decode("utf-8"))
            if text is not None:
                target.writestr(entry.filename, text.encode("utf-8"))
    return with_fixed_times(changed.getvalue(), SAVED_AT)


def part(content: bytes, name: str) -> str:
    """The text of one part."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def with_inline_strings(content: bytes, *, in_runs: bool = False) -> bytes:
    """No table of shared strings: the text stands in the cells. in_runs: cut into runs, as formatted words are."""
    strings = [
        "".join(_TEXT.findall(match[1] or "")) for match in _STRING.finditer(part(content, "xl/sharedStrings.xml"))
    ]

    def inline(text: str) -> str:
        if not in_runs or len(text) < 4 or "&" in text:
            return f'<is><t xml:space="preserve">{text}</t></is>'
        first, rest = text[: len(text) // 2], text[len(text) // 2 :]
        return (
            f'<is><r><rPr><b/></rPr><t xml:space="preserve">{first}</t></r>'
            f'<r><t xml:space="preserve">{rest}</t></r></is>'
        )

    def change(name: str, text: str) -> str | None:
        if name == "xl/sharedStrings.xml":
            return None
        if name.startswith("xl/worksheets/sheet"):
            return _CELL.sub(
                lambda cell: f'<c r="{cell[1]}"{cell[2]}{cell[3]} t="inlineStr">{inline(strings[int(cell[4])])}</c>',
                text,
            )
        return re.sub(r"<(?:Override|Relationship) [^>]*sharedStrings[^>]*/>", "", text)

    return edit(content, change)


def with_prefix(content: bytes, prefix: str = "x") -> bytes:
    """Every element of the main namespace behind a prefix, targets from the root of the archive: as WPS may write."""

    def change(name: str, text: str) -> str:
        if name.endswith(".rels"):
            folder = name.split("_rels/", maxsplit=1)[0]
            return re.sub(
                r'Target="(?!/|http)([^"]+)"', lambda target: f'Target="{normpath("/" + folder + target[1])}"', text
            )
        if f'xmlns="{_MAIN}"' not in text:
            return text
        text = text.replace(f'xmlns="{_MAIN}"', f'xmlns:{prefix}="{_MAIN}"')
        return re.sub(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])", rf"<\1{prefix}:\2", text)

    return edit(content, change)


def strict(content: bytes) -> bytes:
    """The namespaces of "Strict Open XML Spreadsheet", a choice of Excel's dialog."""

    def change(name: str, text: str) -> str:
        for usual, of_strict in _STRICT:
            text = text.replace(usual, of_strict)
        if name == "xl/workbook.xml":
            text = text.replace("<workbook ", '<workbook conformance="strict" ', 1)
        return text

    return edit(content, change)


def in_sheet(content: bytes, place: str, cell: str, *, number: int) -> bytes:
    """One cell of the n-th sheet written anew, its style kept: `cell` is what stands inside <c>; its type goes."""
    pattern = re.compile(rf'<c r="{place}"((?: s="[^"]*")?)[^>]*?(?:/>|>.*?</c>)', re.DOTALL)

    def change(name: str, text: str) -> str:
        if name != f"xl/worksheets/sheet{number}.xml":
            return text
        changed, times = pattern.subn(lambda old: f'<c r="{place}"{old[1]}>{cell}</c>', text)
        assert times == 1, place
        return changed

    return edit(content, change)


def table(rows: list[list[str]]) -> str:
    """A page with one table, as web systems export under the ending .xls."""
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{lines}</table></body></html>'
