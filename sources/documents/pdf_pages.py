"""One PDF page to what stands on it, in reading order: printed lines and ruled tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Any

from sources.documents.pdf_columns import in_reading_order
from sources.documents.pdf_grids import Grid, grids_of
from sources.documents.pdf_rules import drawn_on
from sources.documents.pdf_tables import Piece, take_words
from sources.documents.pdf_text import is_vietnamese
from sources.documents.pdf_words import Line, Word, read_words

# A picture over this share of the page is the page itself, scanned; a seal or a photograph is smaller.
_SCANNED = 0.6
# A scanned page with fewer words was given no text by the scanner: a page number, a signature's stamp.
_LEAST_WORDS = 20
# Points: signs before the items of a list are drawn, not written, by browsers.
_BULLET_SIZES = (2.0, 6.0)
# From a drawn sign to the text of its item, in sizes of its letters.
_BULLET_REACH = 2.0


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page. number: from 1; is_scan: a picture, its words guessed by a scanner or by us."""

    number: int
    width: float
    height: float
    parts: tuple[Line | Piece, ...]
    is_scan: bool = False
    is_unread: bool = False
    text: str = ""

    @property
    def lines(self) -> list[Line]:
        """The lines outside tables."""
        return [part for part in self.parts if isinstance(part, Line)]


def read_page(page: Any) -> Page:
    """A page of pdfplumber. is_unread where it is a picture without words that are Vietnamese."""
    words = [word for word in read_words(page.chars) if 0 <= word.x0 <= page.width and 0 <= word.base <= page.height]
    grids = grids_of(*drawn_on(page))
    is_scan = _is_picture(page)
    made = arranged(
        page.page_number, float(page.width), float(page.height), [*_drawn_bullets(page, words), *words], grids
    )
    has_text = len(words) >= _LEAST_WORDS and is_vietnamese([made.text])
    return replace(made, is_scan=is_scan, is_unread=is_scan and not has_text)


def arranged(number: int, width: float, height: float, words: Sequence[Word], grids: Sequence[Grid] = ()) -> Page:
    """A page from its words and tables."""
    pieces, outside = take_words(number, grids, words)
    pieces.sort(key=lambda piece: piece.grid.ys[0])
    tops = [-inf, *(piece.grid.ys[0] for piece in pieces), inf]
    parts: list[Line | Piece] = []
    for at, (top, bottom) in enumerate(pairwise(tops)):
        parts.extend(pieces[at - 1 : at] if at else [])
        parts.extend(in_reading_order([word for word in outside if top <= word.base < bottom]))
    return Page(number, width, height, tuple(parts), text=" ".join(word.text for word in words))


def _is_picture(page: Any) -> bool:
    area = sum(
        max(0.0, min(image["x1"], page.width) - max(image["x0"], 0))
        * max(0.0, min(image["bottom"], page.height) - max(image["top"], 0))
        for image in page.images
    )
    return bool(area >= _SCANNED * page.width * page.height)


def _drawn_bullets(page: Any, words: Sequence[Word]) -> list[Word]:
    """Small discs and squares drawn before a word: filled discs are bullets, others sub-bullets."""
    least, most = _BULLET_SIZES
    found = []
    for drawn in (*page.curves, *page.rects):
        width, height = float(drawn["width"]), float(drawn["height"])
        if not (least <= width <= most and least <= height <= most and abs(width - height) < 1):
            continue
        middle, right = float(drawn["top"]) + height / 2, float(drawn["x1"])
        beside = [
            word
            for word in words
            if 0 <= word.x0 - right <= _BULLET_REACH * word.size and 0 < word.base - middle < word.size
        ]
        if beside:
            first = min(beside, key=lambda word: word.x0)
            sign = "•" if drawn["object_type"] == "curve" and drawn["fill"] else "+"
            found.append(Word(sign, float(drawn["x0"]), right, first.base, first.size))
    return found
