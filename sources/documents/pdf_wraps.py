"""Where a printed line was broken: by its writer, or only because the next word had no room."""

import re

from sources.documents.blocks import unbulleted
from sources.documents.pdf_words import Line

# A blank is a quarter of the letter size in the fonts of offices.
_BLANK = 0.25
# Widths of letters are rounded when they are printed.
_ROUNDING = 1.0
# Points: a machine sees the ends of words in a picture less sharply than a file states them.
BLURRED = 8.0
# Shares of the letter size: the widths of a digit and of a capital.
_DIGIT = 0.5
_CAPITAL = 0.75
# "107/2021/NĐ- | CP": a sign inside the number of a document, where a dash between words has blanks around it.
_TIGHT = re.compile(r"\w[-/]$")
_DASHES = ("-", "–")
_FINISHED = re.compile(r"[.;:,!?…/][”\"’)*\s]*$")
_CUT = re.compile(r"\d\|\d|\d/[A-ZĐ]{0,4}\|[A-ZĐ]{0,4}-[A-ZĐ]")
_NUMBERED = re.compile(
    r"^(?:[IVXLC]{1,6}\s*(?:[.)]|/(?!\d))|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\))\s*\S|^[A-ZĐ]\.\s+\S"
)


def fits(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would have fitted into the line before it, which ends at `right`."""
    word = line.words[0]
    return before.x1 + _BLANK * before.size + (word.x1 - word.x0) <= right - _ROUNDING


def is_start(text: str) -> bool:
    """Whether a line begins something of its own: a bullet or a number."""
    return unbulleted(text)[0] > 0 or bool(_NUMBERED.match(text))


def is_dash(before: Line, line: Line, right: float) -> bool:
    """Whether a line begins with the dash of a name: "Phòng Kế hoạch | - Tài chính", which had no room above."""
    if len(line.words) < 2 or line.words[0].text not in _DASHES or _FINISHED.search(before.text):
        return False
    return before.x1 + _BLANK * before.size + (line.words[1].x1 - line.x0) > right - _ROUNDING


def is_cut(before: Line, line: Line, right: float) -> bool:
    """Whether a number too long for its cell was broken inside: "15/02/202 | 3", "158/2007/N | Đ-CP"."""
    letter = _DIGIT if line.text[0].isdigit() else _CAPITAL
    is_full = len(before.words) == 1 and before.x1 + letter * before.size > right
    return is_full and bool(_CUT.search(f"{before.text}|{line.text}"))


def joined(text: str, before: Line, line: Line, right: float) -> str:
    """`text`, which ends with the line `before`, and `line` after it: parts of a number are not parted."""
    is_tight = is_cut(before, line, right) or (_TIGHT.search(before.text) and line.text[0].isalnum())
    return f"{text}{line.text}" if is_tight else f"{text} {line.text}"
