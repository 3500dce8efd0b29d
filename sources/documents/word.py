"""Word documents (.docx and its macro and template forms) to blocks: what is printed on the pages' text area.

Headers, footers, comments and notes are not text of a plan. Text that is tracked as inserted is read, deleted text is
not: the document is read as if all changes were accepted.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sources.documents.blocks import Document, DocumentError, Note
from sources.documents.flow import Cell, FlowBlocks, Line, Row, Table
from sources.documents.letters import refuse_legacy_letters
from sources.documents.word_fields import Fields
from sources.documents.word_numbers import Numbering
from sources.documents.word_package import Parts, read_parts, w
from sources.documents.word_styles import Styles, looks_of
from sources.documents.word_tables import Place, aligned, places_of
from sources.documents.word_text import ParagraphText, branch_of, is_alternative, read_paragraph

# Documents, documents with macros (never run here), and templates of both.
WORD_ENDINGS: Final = (".docx", ".docm", ".dotx", ".dotm")
_REMEDY: Final = "Kiểm tra lại: văn bản quét thành ảnh không đọc được."
_WRAPPERS: Final = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_BULLETS: Final = frozenset({"-", "+"})
_IN_CELL: Final = "ô"


def read_word(path: Path) -> Document:
    """Blocks of a Word file; places are numbers of paragraphs, or of table and row, counted from 1."""
    parts = read_parts(path)
    body = parts.document.find(w("body"))
    reader = _Reader(parts)
    flow = [] if body is None else list(reader.flow(body))
    blocks = tuple(FlowBlocks().of(flow))
    if not blocks:
        raise DocumentError("no_text", "Tệp Word không có chữ.", _REMEDY)
    refuse_legacy_letters(blocks)
    notes = (Note(kind, place) for kind, place in reader.notes.items())
    return Document(blocks, notes=tuple(notes))


class _Reader:
    def __init__(self, parts: Parts) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._fields = Fields()
        marks = [mark.get(w("fldCharType")) for mark in parts.document.iter(w("fldChar"))]
        # A field that is never closed must not swallow the rest of the document.
        self._fields_close = marks.count("begin") == marks.count("end")
        self._paragraphs = 0
        self.notes: dict[str, str] = {}  # kind -> where it was met first

    def flow(self, holder: Any, place: str = "") -> Iterator[Line | Table]:
        """Lines and tables of a body, a cell or a text box. place: given to all lines; "" counts paragraphs."""
        carried = ""  # of a paragraph whose mark is deleted: it goes on in the next one
        for element in _contents(holder):
            if element.tag == w("tbl"):
                yield self._table(element)
                continue
            if not place:
                self._paragraphs += 1
            at = place or f"đoạn {self._paragraphs}"
            if not self._fields_close:
                self._fields.open.clear()
            read = read_paragraph(element, self._styles, self._fields)
            self._note(read, at)
            mark = element.find(f"{w('pPr')}/{w('rPr')}")
            lines = [(carried + text if number == 0 else text, bold) for number, (text, bold) in enumerate(read.lines)]
            carried = ""
            if mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None):
                carried = " ".join(text for text, _ in lines)
            elif not self._styles.is_contents(element):
                yield from self._lines(element, lines, at, is_cell=bool(place))
            for box in read.boxes:
                yield from self.flow(box, at)
        if carried.strip():
            yield Line(carried, place or f"đoạn {self._paragraphs}")

    def _note(self, read: ParagraphText, place: str) -> None:
        at = "trong bảng" if place == _IN_CELL else place
        if read.is_changed:
            self.notes.setdefault("tracked_changes", at)
        if read.is_converted:
            self.notes.setdefault("legacy_font", at)

    def _lines(self, element: Any, lines: list[tuple[str, bool]], place: str, *, is_cell: bool) -> Iterator[Line]:
        has_text = any(text.strip() for text, _ in lines)
        if not has_text and looks_of(element.find(f"{w('pPr')}/{w('rPr')}")).is_hidden:
            return
        number = self._numbering.next_number(element)
        if not has_text:
            # A column of running numbers holds nothing but them.
            if is_cell and number and number not in _BULLETS:
                yield Line(number, place)
            return
        level = self._styles.heading_level(element)
        for text, is_bold in lines:
            if text.strip():
                yield Line(f"{number} {text}" if number else text, place, level, is_bold)
                number = ""

    def _table(self, table: Any) -> Table:
        rows = [row for row in _contents(table, w("tr")) if not _is_deleted(row)]
        cells = [list(_contents(row, w("tc"))) for row in rows]
        places = aligned(table, [places_of(row, inside) for row, inside in zip(rows, cells, strict=True)])
        return Table(tuple(Row(tuple(self._cells(inside, where))) for inside, where in zip(cells, places, strict=True)))

    def _cells(self, cells: list[Any], places: list[Place]) -> Iterator[Cell]:
        if places and places[0].start:
            yield Cell(span=places[0].start)
        for cell, place in zip(cells, places, strict=True):
            properties = cell.find(w("tcPr"))
            content = () if _is_merged_away(properties) else self._content(cell)
            yield Cell(content, place.end - place.start, _continues_above(properties))

    def _content(self, cell: Any) -> tuple[Line | Table, ...]:
        # Places inside cells are those of the row: given when the blocks are made.
        return tuple(self.flow(cell, _IN_CELL))


def _contents(holder: Any, *names: str) -> Iterator[Any]:
    """The paragraphs and tables (or rows, or cells) of a holder, whatever is wrapped around them."""
    wanted = names or (w("p"), w("tbl"))
    for child in holder:
        if child.tag in wanted:
            yield child
        elif is_alternative(child):
            if (branch := branch_of(child)) is not None:
                yield from _contents(branch, *names)
        elif child.tag in _WRAPPERS and not _is_contents_list(child):
            yield from _contents(child, *names)


def _is_contents_list(control: Any) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(w("val")) == "Table of Contents"


def _is_deleted(row: Any) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and any(properties.find(w(name)) is not None for name in ("del", "hidden"))


def _continues_above(properties: Any) -> bool:
    merge = None if properties is None else properties.find(w("vMerge"))
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _is_merged_away(properties: Any) -> bool:
    """Continues the cell above (vMerge) or the one before (hMerge, in old files), or is tracked as deleted."""
    if properties is None:
        return False
    if properties.find(w("cellDel")) is not None:
        return True
    merges = (properties.find(w(name)) for name in ("vMerge", "hMerge"))
    return any(merge is not None and merge.get(w("val"), "continue") == "continue" for merge in merges)
