"""The text of one Word paragraph as it is printed: runs in order, without what is deleted, hidden or computed.

Tracked deletions, notes' marks, hidden runs, field codes, tables of contents and page numbers are not text. Text boxes
anchored in the paragraph are handed back for the caller to read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sources.documents.letters import Coding, decoded, raised, symbol
from sources.documents.word_fields import Fields, is_silent
from sources.documents.word_package import w
from sources.documents.word_styles import Looks, Styles, looks_of, value

_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BOX: Final = w("txbxContent")
_NO_TEXT: Final = frozenset(
    w(name)
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt"),
        *("del", "moveFrom", "delText", "delInstrText", "instrText"),
        *("footnoteReference", "endnoteReference", "annotationRef", "footnoteRef", "endnoteRef", "commentReference"),
    )
)
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    f"{_MATH}den": "/",
}
# A text with its looks; a line is a list of them.
_Pieces = list[tuple[str, bool, Coding]]


@dataclass(slots=True)
class ParagraphText:
    """lines: (text, is all bold). boxes: contents of text boxes. is_changed: tracked changes were met. is_converted:
    some of it stands in a legacy font."""

    lines: list[tuple[str, bool]]
    boxes: list[Any]
    is_changed: bool
    is_converted: bool


def read_paragraph(paragraph: Any, styles: Styles, fields: Fields) -> ParagraphText:
    """Printed text of a w:p."""
    reader = _Reader(styles, styles.paragraph_looks(paragraph), fields)
    reader.walk(paragraph)
    return ParagraphText(list(_lines(reader.pieces)), reader.boxes, reader.is_changed, _is_converted(reader.pieces))


def _is_converted(pieces: _Pieces) -> bool:
    return any(decoded(text, coding) != text for text, _, coding in pieces if coding)


def branch_of(alternatives: Any) -> Any | None:
    """Of the ways in which mc:AlternateContent says one thing, the first that says anything."""
    branches = [
        child for child in alternatives if child.tag in (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")
    ]
    return next((child for child in branches if next(child.iter(w("t"), w("p")), None) is not None), None)


def is_alternative(element: Any) -> bool:
    return bool(element.tag == f"{_COMPATIBILITY}AlternateContent")


class _Reader:
    def __init__(self, styles: Styles, below: Looks, fields: Fields) -> None:
        self._styles, self._below, self._fields = styles, below, fields
        self.pieces: _Pieces = []
        self.boxes: list[Any] = []
        self.is_changed = False

    def walk(self, element: Any) -> None:
        """Everything inside a paragraph that is not a run is a wrapper around runs."""
        for child in element:
            tag = child.tag
            if tag == w("r"):
                self._run(child)
            elif tag in {w("del"), w("ins"), w("moveFrom"), w("moveTo")}:
                self.is_changed = True
                if tag in {w("ins"), w("moveTo")}:
                    self.walk(child)
            elif tag == w("fldSimple") and is_silent(child.get(w("instr"), "")):
                continue
            elif is_alternative(child):
                if (branch := branch_of(child)) is not None:
                    self.walk(branch)
            elif tag == f"{_MATH}t":
                self.pieces.append((child.text or "", False, ""))
            elif tag not in _NO_TEXT and isinstance(tag, str):
                if sign := _SIGNS.get(tag):
                    self.pieces.append((sign, False, ""))
                self.walk(child)

    def _run(self, run: Any) -> None:
        self._fields.meet(run)
        properties = run.find(w("rPr"))
        style = self._styles.looks_of_style(value(properties, "rStyle"))
        looks = looks_of(properties).over(style).over(self._below)
        is_note = run.find(w("footnoteReference")) is not None or run.find(w("endnoteReference")) is not None
        if self._fields.are_silent or looks.is_hidden or is_note:
            return
        for child in run:
            self._take(child, looks)

    def _take(self, child: Any, looks: Looks) -> None:
        tag = child.tag
        if is_alternative(child):
            if (branch := branch_of(child)) is not None:
                for inner in branch:
                    self._take(inner, looks)
        elif tag == w("t"):
            text = (
                decoded(child.text or "", looks.coding) if looks.coding in {"symbol", "dingbats"} else child.text or ""
            )
            text = raised(text) if looks.is_raised else text
            self._add(text, looks)
        elif tag == w("sym"):
            code = child.get(w("char"), "")
            is_symbol = child.get(w("font"), "").casefold() == "symbol"
            if len(code) <= 5 and all(sign in "0123456789abcdefABCDEF" for sign in code) and code:
                self._add(symbol(int(code, 16), "symbol" if is_symbol else "dingbats"), looks)
        elif tag == w("softHyphen"):
            # At the code of the soft hyphen TCVN3 has the letter ư.
            self._add("\u00ad", looks)
        elif tag in _SIGNS:
            self._add(_SIGNS[tag], looks)
        elif tag in {w("drawing"), w("pict"), w("object")}:
            self.boxes.extend(_outermost_boxes(child))

    def _add(self, text: str, looks: Looks) -> None:
        coding: Coding = looks.coding if looks.coding in {"tcvn3", "tcvn3_capitals", "vni"} else ""
        shown = text.upper() if looks.is_capitals and not coding else text
        self.pieces.append((shown, bool(looks.is_bold), coding))


def _outermost_boxes(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif is_alternative(child):
            if (branch := branch_of(child)) is not None:
                yield from _outermost_boxes(branch)
        else:
            yield from _outermost_boxes(child)


def _lines(pieces: _Pieces) -> Iterator[tuple[str, bool]]:
    """Lines that were broken on purpose. Neighbouring runs of one coding are converted together: a VNI letter may be
    cut in two by a spelling mark."""
    merged: _Pieces = []
    for text, is_bold, coding in pieces:
        if merged and merged[-1][1:] == (is_bold, coding):
            merged[-1] = (merged[-1][0] + text, is_bold, coding)
        else:
            merged.append((text, is_bold, coding))
    line = ""
    bold: list[bool] = []
    for text, is_bold, coding in merged:
        for number, part in enumerate(decoded(text, coding).split("\n")):
            if number:
                yield line, all(bold) and bool(bold)
                line, bold = "", []
            line += part
            if part.strip():
                bold.append(is_bold)
    yield line, all(bold) and bool(bold)
