"""What converters leave of printed pages in a plain text: form feeds, page numbers, heads and feet on every page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_PAGE: Final = re.compile(
    r"^[-–—\s]*(?:trang|page)\s*:?\s*\d{1,3}(?:\s*(?:/|of|trên)\s*\d{1,3})?[-–—\s]*$", re.IGNORECASE
)
_ALONE: Final = re.compile(r"^[-–—\s]*(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*$")
# A running head is a line; longer ones that stand on two pages are content.
_LONGEST_HEAD: Final = 120


def without_page_marks(lines: Sequence[str]) -> list[str]:
    """The same lines, with page numbers and repeated heads and feet blank; form feeds stay."""
    kept = list(lines)
    for at in [*_numbers(lines), *_heads(lines)]:
        kept[at] = "\f" if lines[at].startswith("\f") else ""
    return kept


def _numbers(lines: Sequence[str]) -> list[int]:
    """Lines that are page numbers: they say so, or stand alone and count on from page to page."""
    found = [at for at, line in enumerate(lines) if _PAGE.match(line.strip("\f "))]
    alone = []
    for at, line in enumerate(lines):
        match = _ALONE.match(line.replace("\f", "").strip()) if line.strip() else None
        if match and _is_blank(lines, at - 1) and (_is_blank(lines, at + 1) or "\f" in line):
            alone.append((at, int(match[1])))
    steps = [second[1] - first[1] == 1 for first, second in pairwise(alone)]
    counted = [
        at
        for number, (at, _) in enumerate(alone)
        if "\f" in lines[at] or _at_page_end(lines, at) or any(steps[max(0, number - 1) : number + 1])
    ]
    return found + counted


def _is_blank(lines: Sequence[str], at: int) -> bool:
    return not 0 <= at < len(lines) or not lines[at].strip() or lines[at].startswith("\f")


def _at_page_end(lines: Sequence[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 :] if line.strip(" ")), "")
    return following.startswith("\f")


def _heads(lines: Sequence[str]) -> list[int]:
    """First and last lines of pages that stand on other pages too, whatever number is in them; the first one stays."""
    starts = [0, *(at for at, line in enumerate(lines) if line.startswith("\f")), len(lines)]
    if len(starts) < 3:
        return []
    edges: list[int] = []
    for first, end in pairwise(starts):
        filled = [at for at in range(first, end) if lines[at].strip()]
        edges.extend({filled[0], filled[-1]} if filled else ())
    keys = {at: re.sub(r"\d+", "0", lines[at].strip()) for at in edges}
    counts = Counter(keys.values())
    seen: set[str] = set()
    repeated = []
    for at in sorted(edges):
        key = keys[at]
        if counts[key] > 1 and len(key) <= _LONGEST_HEAD and not re.search(r"\t|\||\S {2,}\S", key):
            if key in seen:
                repeated.append(at)
            seen.add(key)
    return repeated
