"""Lines that stand side by side: the two columns of a heading block, recipients beside a signature."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from sources.documents.pdf_words import Line, Word, lines_of

# Share of the letter size: no line of text is stretched this far between two words.
_WIDE_GAP = 2.5
# Share of the letter size: columns are parted by twice the padding of a cell, words by a quarter, stretched by half.
_LEAST_GAP = 0.75
# One line in two parts may be a form to fill in; columns have more.
_LEAST_LINES = 2
# Share of the letter size: lines of one column stand at most half as far apart again as they are high.
_FAR = 1.8
# A title is centred on the page to a few points; no column is.
_CENTRED = 10.0

Span = tuple[float, float]


def in_reading_order(words: Sequence[Word]) -> list[Line]:
    """Lines of a page from top to bottom; where two columns stand side by side, the left one first."""
    lines = lines_of(words)
    if not lines:
        return []
    centre = (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2
    ordered: list[Line] = []
    at = taken = 0
    while at < len(lines):
        columns = _columns_at(lines, at, taken, centre)
        if columns is None:
            ordered.append(lines[at])
            at += 1
            continue
        start, end, middle = columns
        # Lines above the one that showed the columns have been taken as plain ones.
        del ordered[len(ordered) - (at - start) :]
        both = [word for line in lines[start:end] for word in line.words]
        for side in ([word for word in both if word.x0 < middle], [word for word in both if word.x0 >= middle]):
            column = lines_of(side)
            right = max(line.x1 for line in column)
            ordered.extend(replace(line, beside_until=right) for line in column)
        at = taken = end
    return ordered


def _columns_at(lines: Sequence[Line], at: int, taken: int, centre: float) -> tuple[int, int, float] | None:
    """First and last line (not included) of the columns around line `at`, and the middle of the white between them.

    taken: how many lines stand in columns above.
    """
    wide = [gap for gap in _gaps(lines[at]) if gap[1] - gap[0] > _WIDE_GAP * lines[at].size]
    if not wide:
        return None
    gutter = max(wide, key=lambda gap: gap[1] - gap[0])
    start, end = at, at + 1
    while start > taken and (narrowed := _narrowed(gutter, lines[start - 1], centre)):
        start, gutter = start - 1, narrowed
    while end < len(lines) and (narrowed := _narrowed(gutter, lines[end], centre)):
        end, gutter = end + 1, narrowed
    while lines[start].x1 <= gutter[0]:
        start += 1  # the end of a paragraph above
    while end > at + 1 and _stands_apart(lines[start:end], gutter):
        end -= 1
    left = sum(line.x0 < gutter[0] for line in lines[start:end])
    right = sum(line.x1 > gutter[1] for line in lines[start:end])
    return (start, end, sum(gutter) / 2) if min(left, right) >= _LEAST_LINES else None


def _stands_apart(lines: Sequence[Line], gutter: Span) -> bool:
    """Whether the last line stands on the left alone, too far below the others there to be one of them: a title."""
    last = lines[-1]
    above = [line.base for line in lines[:-1] if line.x0 < gutter[0]]
    return last.x1 <= gutter[0] and (not above or last.base - above[-1] > _FAR * last.size)


def _gaps(line: Line) -> list[Span]:
    gaps: list[Span] = []
    end = line.words[0].x1
    for word in line.words[1:]:
        if word.x0 - end > _LEAST_GAP * line.size:
            gaps.append((end, word.x0))
        end = max(end, word.x1)
    return gaps


def _narrowed(gutter: Span, line: Line, centre: float) -> Span | None:
    """What a line leaves of the white between two columns; None where it crosses or is centred below them."""
    whites = [(line.x1, inf), *_gaps(line), (-inf, line.x0)]
    left, right = max(
        ((max(gutter[0], white[0]), min(gutter[1], white[1])) for white in whites), key=lambda span: span[1] - span[0]
    )
    if right - left < _LEAST_GAP * line.size:
        return None
    is_one_sided = line.x1 <= left or line.x0 >= right
    return None if is_one_sided and abs((line.x0 + line.x1) / 2 - centre) < _CENTRED else (left, right)
