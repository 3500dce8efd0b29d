"""Letters of a PDF page to words with their boxes, and words to printed lines; nothing of tables or paragraphs."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from sources.documents.pdf_letters import base_of, is_raised, written

# Names of bold fonts: TimesNewRomanPS-BoldMT, Arial,Bold, SourceSerif-Semibold.
_BOLD = ("bold", "black", "heavy", "semibd", "demi")
# Share of the letter size: a wider gap inside a line is a blank that was not written as one ...
_GAP = 0.3
# ... and in files that write no blanks at all, where letters of a word touch.
_GAP_WITHOUT_BLANKS = 0.15
# Raised and lowered letters (m², H₂O) stand a third of their size off the line; the next line a whole size.
_RISE = 0.4
# Two words that no blank was written between and that touch: one word in two fonts.
_TOUCH = 0.1


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank between them. Points from the left and top of the page; base: the line they stand on."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    is_bold: bool = False
    before_blank: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, from left to right. beside_until: right edge of its column, where another stands beside it."""

    words: tuple[Word, ...]
    beside_until: float | None = None

    @property
    def text(self) -> str:
        """Words with blanks between them."""
        parts = [self.words[0].text]
        for before, word in pairwise(self.words):
            touches = not before.before_blank and word.x0 - before.x1 < _TOUCH * word.size
            parts.append(word.text if touches else f" {word.text}")
        return "".join(parts)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return max(word.x1 for word in self.words)

    @property
    def base(self) -> float:
        """The line that most letters stand on."""
        return max(self.words, key=lambda word: len(word.text)).base

    @property
    def size(self) -> float:
        """Size of most letters."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def is_bold(self) -> bool:
        """Every word with letters or digits is bold."""
        written = [word.is_bold for word in self.words if any(char.isalnum() for char in word.text)]
        return bool(written) and all(written)


def read_words(letters: Sequence[dict[str, Any]]) -> list[Word]:
    """Words in the order in which the file writes them. Letters that are turned on their side are left out."""
    upright = [letter for letter in letters if letter["upright"] and letter["size"] > 0]
    has_blanks = any(letter["text"].isspace() for letter in upright)
    widest_gap = _GAP if has_blanks else _GAP_WITHOUT_BLANKS
    words: list[Word] = []
    held: list[dict[str, Any]] = []
    seen: set[tuple[str, int, int]] = set()
    for letter in upright:
        if letter["text"].isspace():
            words.extend(_word(held, before_blank=True))
            held = []
            continue
        if _is_printed_twice(letter, seen):
            continue
        if held and not _goes_on(held[-1], letter, widest_gap):
            words.extend(_word(held, before_blank=False))
            held = []
        held.append(letter)
    words.extend(_word(held, before_blank=False))
    return words


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        above = lines[-1] if lines else None
        if above is not None and word.base - above[0].base <= _RISE * max(word.size, above[0].size):
            above.append(word)
        else:
            lines.append([word])
    return [Line(tuple(sorted(line, key=lambda word: (word.x0, word.x1)))) for line in lines]


def _is_printed_twice(letter: dict[str, Any], seen: set[tuple[str, int, int]]) -> bool:
    """Some programs print a letter twice, a hair apart, to make it bold."""
    x, y = round(letter["x0"]), round(base_of(letter))
    if any((letter["text"], x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
        return not unicodedata.combining(letter["text"][0])
    seen.add((letter["text"], x, y))
    return False


def _goes_on(before: dict[str, Any], letter: dict[str, Any], widest_gap: float) -> bool:
    if unicodedata.combining(letter["text"][0]):
        return True
    size = max(before["size"], letter["size"])
    gap = letter["x0"] - before["x1"]
    return bool(abs(base_of(letter) - base_of(before)) <= _RISE * size and -size / 2 <= gap <= widest_gap * size)


def _word(letters: list[dict[str, Any]], *, before_blank: bool) -> list[Word]:
    largest = max(letters, key=lambda letter: letter["size"], default=None)
    runs = groupby(letters, key=lambda letter: (letter["fontname"], is_raised(letter, largest)))
    text = unicodedata.normalize("NFC", "".join(written(list(run), *key) for key, run in runs))
    if not text or largest is None:
        return []
    names = [letter["fontname"].lower() for letter in letters if letter["text"][0].isalnum()]
    is_bold = bool(names) and all(any(mark in name for mark in _BOLD) for name in names)
    sizes = [float(letter["size"]) for letter in letters]
    x0, x1 = min(letter["x0"] for letter in letters), max(letter["x1"] for letter in letters)
    return [Word(text, float(x0), float(x1), base_of(largest), max(sizes), is_bold, before_blank)]
