"""Two texts side by side on the same lines, as converters lay out a heading block or a signature beside recipients."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sources.documents.blocks import plain

_GAP: Final = re.compile(r"(?<=\S) {4,}(?=\S)")
_WORDS: Final = re.compile(r"[^\W\d_].*[^\W\d_]")
_UNFINISHED: Final = re.compile(r"(?:\bsố|\bngày|\btháng|\bnăm|,)$", re.IGNORECASE)
# A heading block has ten lines, recipients thirty; after a signature's blank lines stands the name.
_MOST_LINES: Final = 40
_MOST_BLANKS: Final = 7
# Lines of one column begin together or have their middles together, give or take a few signs.
_SAME_START, _SAME_MIDDLE = 2, 6


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Lines first up to, not including, end, counted from 0; texts of the two columns, a line each line."""

    first: int
    end: int
    left: str
    right: str


def find_columns(lines: Sequence[str], at: int) -> SideBySide | None:
    """The two columns that begin at line `at`, where at least two lines stand side by side."""
    if not _is_pair(lines[at]):
        return None
    last, blanks, pairs = at, 0, 0
    low, high = 0, 10_000  # the river between the columns
    rights: list[tuple[int, int]] = []
    for number in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[number].rstrip()
        if not line.strip():
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
            continue
        start = len(line) - len(line.lstrip())
        gap = _widest_gap(line) if _is_pair(line) else None
        if gap and max(low, gap[0]) < min(high, gap[1]) - 1:
            low, high, pairs = max(low, gap[0]), min(high, gap[1]), pairs + 1
            rights.append((gap[1], len(line)))
        elif pairs and start >= low + 2 and _belongs(rights, start, len(line)):
            high = min(high, start)
            rights.append((start, len(line)))
        elif pairs and not blanks and len(line) <= high - 2 and gap is None and _goes_on_left(line, start):
            low = max(low, len(line))
        else:
            break
        last, blanks = number, 0
    if pairs < 2:
        return None
    parts = [(lines[number][:high].strip(), lines[number][high:].strip()) for number in range(at, last + 1)]
    return SideBySide(at, last + 1, _text([left for left, _ in parts]), _text([right for _, right in parts]))


def _is_pair(line: str) -> bool:
    """Words on both sides of one wide gap: no number or bullet sign before an item, no row of three cells."""
    parts = _GAP.split(line.strip())
    return "\t" not in line and len(parts) == 2 and all(_WORDS.search(part) for part in parts)


def _widest_gap(line: str) -> tuple[int, int] | None:
    gaps = [match.span() for match in _GAP.finditer(line)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _belongs(rights: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    middle = sum(first + last for first, last in rights) / (2 * len(rights))
    return (
        any(abs(start - first) <= _SAME_START for first, _ in rights) or abs((start + end) / 2 - middle) <= _SAME_MIDDLE
    )


def _goes_on_left(line: str, start: int) -> bool:
    """Below the left column: recipients, a second line of a name. A numbered heading begins something new."""
    return start > 0 or line.lstrip()[0] in "-–+•" or line.isupper()


def _text(lines: Sequence[str]) -> str:
    joined: list[str] = []
    for line in (plain(line) for line in lines):
        if line and joined and (_UNFINISHED.search(joined[-1]) or line[0].islower()):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
    return "\n".join(joined)
