"""Automatic numbers of Word: they are not in the text of a paragraph and have to be counted again."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from sources.documents.word_package import w
from sources.documents.word_styles import Styles, value

_ROMAN: Final = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_WORDS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
# Lists of plans begin at 1 and stay below a hundred; a hostile start would write a Roman number of a million signs.
_HIGHEST: Final = 1_000
_DEEPEST: Final = 9


@dataclass(slots=True)
class _Level:
    number_format: str
    pattern: str
    start: int
    restarts_after: int  # number of the level whose use restarts this one, from 1; 0: it never restarts
    is_all_decimal: bool
    style: str


@dataclass(slots=True)
class _List:
    """One w:num: its levels, and which of them it begins anew the first time it is used."""

    abstract: str
    levels: dict[int, _Level]
    begins_anew: dict[int, int]


class Numbering:
    """Counts the list paragraphs of one document in reading order. Lists of one definition count on together."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _lists(root, styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next_number(self, paragraph: Any) -> str:
        """Number or bullet sign that Word shows before the paragraph; "" where it shows none."""
        list_id, depth = self._list_of(paragraph)
        held = self._lists.get(list_id)
        if held is None or depth not in held.levels:
            return ""
        counts = self._counts[held.abstract]
        if depth in held.begins_anew and (list_id, depth) not in self._begun:
            counts[depth] = held.begins_anew[depth] - 1
        self._begun.add((list_id, depth))
        level = held.levels[depth]
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, _HIGHEST)
        for deeper in [other for other in counts if other > depth]:
            other_level = held.levels.get(deeper)
            if other_level is None or depth < other_level.restarts_after:
                del counts[deeper]
        return _shown(held.levels, depth, counts)

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """Id of the list and depth in it: of the paragraph itself, else of its styles; "" for none."""
        list_id = depth = from_style = ""
        for holder in (paragraph, *self._styles.chain(self._styles.style_of(paragraph))):
            properties = holder.find(f"{w('pPr')}/{w('numPr')}")
            if properties is None:
                continue
            depth = depth or value(properties, "ilvl")
            if not list_id and (list_id := value(properties, "numId")):
                from_style = holder.get(w("styleId"), "")
        if depth.isascii() and depth.isdigit():
            return list_id, int(depth)
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return list_id, next(
            (number for number, level in levels.items() if from_style and level.style == from_style), 0
        )


def _shown(levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
    level = levels[depth]
    if level.number_format == "bullet":
        is_below = any(other < depth and levels[other].number_format == "bullet" for other in levels)
        return "+" if level.pattern.strip() == "+" or is_below else "-"

    def written(match: re.Match[str]) -> str:
        other = levels.get(int(match[1]) - 1)
        if other is None:
            return ""
        # Word shows the first number of a level above that has not been used.
        count = counts.get(int(match[1]) - 1, other.start)
        return _written(count, "decimal" if level.is_all_decimal else other.number_format)

    return re.sub(r"%([1-9])", written, level.pattern).strip()


def _lists(root: Any, styles: Styles) -> dict[str, _List]:
    """List id -> list. A definition may stand in a list style, and a list may write over levels of it."""
    definitions = {element.get(w("abstractNumId"), ""): element for element in root.findall(w("abstractNum"))}
    owners = {element.get(w("numId"), ""): value(element, "abstractNumId") for element in root.findall(w("num"))}
    lists = {}
    for element in root.findall(w("num")):
        abstract = value(element, "abstractNumId")
        linked = value(definitions.get(abstract), "numStyleLink")
        for style in styles.chain(linked) if linked else ():
            abstract = owners.get(value(style.find(f"{w('pPr')}/{w('numPr')}"), "numId"), abstract)
        definition = definitions.get(abstract)
        levels = {} if definition is None else _levels(definition)
        begins_anew: dict[int, int] = {}
        for override in element.findall(w("lvlOverride")):
            depth = _whole(override.get(w("ilvl"), "0"), 0)
            levels.update(_levels(override))
            if start := value(override, "startOverride"):
                begins_anew[depth] = _whole(start, 1)
        lists[element.get(w("numId"), "")] = _List(abstract, levels, begins_anew)
    return lists


def _levels(parent: Any) -> dict[int, _Level]:
    levels = {}
    for element in parent.findall(w("lvl")):
        depth = _whole(element.get(w("ilvl"), "0"), 0)
        if depth < _DEEPEST:
            levels[depth] = _Level(
                value(element, "numFmt", "decimal"),
                value(element, "lvlText"),
                _whole(value(element, "start", "1"), 1),
                _whole(value(element, "lvlRestart", str(depth)), depth),
                element.find(w("isLgl")) is not None,
                value(element, "pStyle"),
            )
    return levels


def _whole(text: str, default: int) -> int:
    return min(int(text), _HIGHEST) if text.isascii() and text.isdigit() else default


def _written(number: int, number_format: str) -> str:
    if number_format in {"none", "bullet"}:
        return ""
    if number_format in {"upperRoman", "lowerRoman"}:
        text = ""
        for amount, sign in _ROMAN:
            text += sign * (number // amount)
            number %= amount
        return text if number_format == "upperRoman" else text.lower()
    if number_format in {"upperLetter", "lowerLetter"} and number > 0:
        # After z come aa, bb; đ is no letter of automatic numbers.
        letter = _LETTERS[(number - 1) % len(_LETTERS)] * ((number - 1) // len(_LETTERS) + 1)
        return letter.upper() if number_format == "upperLetter" else letter
    if number_format in {"vietnameseCounting", "cardinalText"} and number < len(_WORDS):
        return _WORDS[number]
    return f"{number:02}" if number_format == "decimalZero" else str(number)
