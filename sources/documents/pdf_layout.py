"""How a document is set: where its full lines end, how far apart its lines and its paragraphs stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from statistics import median

from sources.documents.pdf_words import Line
from sources.documents.pdf_wraps import BLURRED, fits

# Paragraphs are set apart by a tenth of a line or more; lines of one paragraph by nothing.
_APART = 1.15
# A line farther below, in sizes of its letters, does not go on: a signature, a new part of the page.
_NEXT = 3.0
# The right edge of the text, to some points: most lines of justified text end there, a tenth at the least.
_EDGE = 3.0
_MANY = 0.1
_LEAST_LINES = 3
# Of ragged text few lines come near the edge; one of twenty may stick out.
_FULL = 0.95
# Share of a page's width that text reaches to, even where a page has no full line.
_NARROWEST = 0.75


@dataclass(frozen=True, slots=True)
class Placed:
    """A line on its page. number: on the page, from 1; width: of the page, which tells upright pages from others."""

    line: Line
    number: int
    page: int
    width: float
    is_unconfirmed: bool = False

    def pitch_to(self, lower: "Placed") -> float | None:
        """How far below the next line stands, in sizes of its letters; None where it stands elsewhere."""
        pitch = (lower.line.base - self.line.base) / self.line.size
        return pitch if self.page == lower.page and 0 < pitch < _NEXT else None


class Layout:
    """How a document is set: where its lines end, and how far apart they stand."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        ends: dict[int, list[float]] = defaultdict(list)
        for placed in lines:
            if placed.line.beside_until is None:
                ends[round(placed.width)].append(placed.line.x1)
        self._rights = {width: max(_right(found), _NARROWEST * width) for width, found in ends.items()}
        self._pitch = _usual(upper.pitch_to(lower) for upper, lower in pairwise(lines) if not self._ends(upper, lower))
        between = _usual(upper.pitch_to(lower) for upper, lower in pairwise(lines) if self._ends(upper, lower))
        self.is_spaced = bool(between and self._pitch and between > _APART * self._pitch)

    def right(self, placed: Placed) -> float:
        """Where full lines of this page, or of the column it stands in, end."""
        right = placed.line.beside_until or self._rights.get(round(placed.width), placed.width)
        return right - BLURRED if placed.is_unconfirmed else right

    def is_apart(self, upper: Placed, lower: Placed) -> bool:
        """Whether the white between two lines of a page is more than that inside a paragraph."""
        if self._pitch is None or upper.page != lower.page:
            return False
        return lower.line.base - upper.line.base > _APART * self._pitch * max(upper.line.size, lower.line.size)

    def _ends(self, upper: Placed, lower: Placed) -> bool:
        return fits(upper.line, lower.line, self.right(upper))


def _right(ends: Sequence[float]) -> float:
    """The right edge of text: the rightmost place where many lines end; of few or ragged lines, the longest ones'."""
    counts = Counter(round(end / _EDGE) for end in ends)
    many = [place for place, count in counts.items() if count >= max(_LEAST_LINES, _MANY * len(ends))]
    if many:
        return max(end for end in ends if round(end / _EDGE) == max(many))
    return sorted(ends)[ceil(_FULL * (len(ends) - 1))]


def _usual(pitches: Iterable[float | None]) -> float | None:
    known = [pitch for pitch in pitches if pitch is not None]
    return median(known) if known else None
