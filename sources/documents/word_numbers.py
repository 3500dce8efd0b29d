"""Automatic numbers of Word: they are not in the text of a paragraph and have to be counted again."""

import re
from collections import defaultdict
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# Letters as Vietnamese offices number with them: no f, j, w, z, and đ after d.
_LETTERS = "abcdđeghiklmnopqrstuvxy"
# Lists of plans begin at 1 and stay below a hundred; a hostile start would write a Roman number of a million signs.
_HIGHEST_START = 1_000


class Numbering:
    """Counts the list paragraphs of one document in reading order."""

    def __init__(self, word: WordDocument) -> None:
        self._levels = _level_formats(word)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next_number(self, paragraph: Paragraph) -> str:
        """Number or bullet sign that Word shows before the paragraph; "" where it shows none."""
        number_properties = _number_properties(paragraph)
        if number_properties is None or number_properties.numId is None:
            return ""
        list_id = str(number_properties.numId.val)
        level = number_properties.ilvl.val if number_properties.ilvl is not None else 0
        levels = self._levels.get(list_id, {})
        if level not in levels:
            return ""
        number_format, pattern, start = levels[level]
        counts = self._counts[list_id]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if number_format == "bullet":
            return "-" if level == 0 else "+"
        if number_format == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            other_format = levels.get(other, ("decimal", "", 1))[0]
            return _written(counts.get(other, 1), other_format)

        return re.sub(r"%(\d)", shown, pattern)


def _number_properties(paragraph: Paragraph) -> Any:
    """Of the paragraph itself, else of its style or the styles that one is based on."""
    holder: Any = paragraph
    style: Any = paragraph.style
    # A chain of styles that leads back to itself would never end.
    for _ in range(10):
        properties = holder.paragraph_format.element.pPr
        if properties is not None and properties.numPr is not None:
            return properties.numPr
        if style is None:
            return None
        holder, style = style, style.base_style
    return None


def _level_formats(word: WordDocument) -> dict[str, dict[int, tuple[str, str, int]]]:
    """List id -> level -> (format, pattern, first number)."""
    try:
        root: Any = word.part.numbering_part.element
    except (KeyError, NotImplementedError):  # a document without lists has no such part
        return {}
    abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
    for definition in root.findall(qn("w:abstractNum")):
        levels = {}
        for level in definition.findall(qn("w:lvl")):
            levels[int(level.get(qn("w:ilvl"), "0"))] = (
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                min(int(_value(level, "w:start", "1")), _HIGHEST_START),
            )
        abstract[definition.get(qn("w:abstractNumId"), "")] = levels
    return {
        number.get(qn("w:numId"), ""): abstract.get(_value(number, "w:abstractNumId", ""), {})
        for number in root.findall(qn("w:num"))
    }


def _value(parent: Any, name: str, default: str) -> str:
    child = parent.find(qn(name))
    return default if child is None else child.get(qn("w:val"), default)


def _written(number: int, number_format: str) -> str:
    if number_format in {"upperRoman", "lowerRoman"}:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
        return text if number_format == "upperRoman" else text.lower()
    if number_format in {"upperLetter", "lowerLetter"}:
        letter = _LETTERS[(number - 1) % len(_LETTERS)]
        return letter.upper() if number_format == "upperLetter" else letter
    return str(number)
