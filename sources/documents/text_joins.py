"""Which lines of a plain text belong together: sentences are cut by line ends and page ends and joined again where the
line before is unfinished and the next begins nothing of its own (no bullet, no number, no bold heading)."""

import re
from dataclasses import dataclass

from sources.documents.blocks import plain, unbulleted

_NUMBERED = re.compile(
    r"^(?:[IVXLC]{1,6}\s*[.)/]|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\))\s*\S|^[A-ZĐ]\.\s+\S"
)
_FINISHED = re.compile(r"(?:[.;:!?…]|\./\.?|/)[”\"’)*\s]*$")
_CONTINUES = re.compile(r"^(?:[^\W\d_]|\d|[(“\"])")
# "Thời gian hoàn thành: ..." begins a line of its own, unless the line before still waits for its noun.
_LABELLED = re.compile(r"^[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[^\W\d_]+){1,4}\s*:\s")
_UNFINISHED = re.compile(r"(?:,|\bcủa|\bvà|\bvới|\bcho|\btại|\bdo)$")
_ACRONYM = re.compile(r"^[A-ZĐ]{2,}(?!\w)")
# A line shorter than this share of a full line was ended by its writer, not by the wrapping.
_FULL_LINE = 0.75
# A paragraph that a page end may have cut is longer than a heading or a name.
_LONG = 60


@dataclass(slots=True)
class Line:
    """One line with words in it."""

    number: int
    text: str
    level: int
    is_bold: bool
    after_blank: bool
    raw_length: int
    is_broken: bool  # ends in a forced line break of Markdown


def joins(held: list[Line], line: Line, double_spaced: bool, width: int) -> bool:
    """Whether `line` goes on with the block that `held` has begun."""
    before, text = held[-1], plain(line.text)
    if line.level or unbulleted(text)[0] or (_NUMBERED.match(text) and not _mid_sentence(before.text, text)):
        return False
    if _LABELLED.match(text) and not _UNFINISHED.search(plain(before.text)):
        return False
    if before.is_bold != line.is_bold or (before.level and line.after_blank) or not _CONTINUES.match(text):
        return False
    if line.is_bold:
        return not line.after_blank and not before.is_broken and before.text.count("**") == 1
    previous = plain(before.text)
    if previous.isupper() or _looks_upper(previous) or (_looks_upper(text) and len(text.split()) > 1):
        return False
    if double_spaced:
        return _joins_wrapped(held, previous, text, width)
    if not line.after_blank:
        return not (_FINISHED.search(previous) and text[0].isupper()) and (len(previous) >= _LONG or text[0].islower())
    return _cut_by_page(held, previous, text)


def _joins_wrapped(held: list[Line], previous: str, text: str, width: int) -> bool:
    is_full = held[-1].raw_length >= _FULL_LINE * width
    if not _FINISHED.search(previous):
        return text[0].islower() or is_full
    # A full line may end with a full stop inside a bullet; a bullet that ends there is rarer.
    return is_full and (
        text[0].islower() or (unbulleted(plain(held[0].text))[0] > 0 and held[-1].raw_length >= 0.9 * width)
    )


def _cut_by_page(held: list[Line], previous: str, text: str) -> bool:
    if _FINISHED.search(previous) or previous.endswith(","):
        return previous.endswith(",") and text[0].islower()
    first = plain(held[0].text)
    is_long_enough = unbulleted(first)[0] > 0 or len(previous) >= _LONG
    is_heading = bool(_NUMBERED.match(first)) and len(held) == 1
    if text[0].islower():
        return is_long_enough or (is_heading and len(previous) >= _LONG)
    return unbulleted(first)[0] > 0 and (bool(_ACRONYM.match(text)) or text[0].isdigit())


def _mid_sentence(before: str, text: str) -> bool:
    """A line that ends in "số" or a comma goes on with a number: "Kết luận số | 40-KL/TW"; never with "a)"."""
    return text[0].isdigit() and bool(re.search(r"(?:\bsố|\bngày|\btháng|\bnăm|,|-)$", plain(before)))


def _looks_upper(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.8 * len(letters)
