"""The straight lines drawn on a PDF page, level and upright, put together from their pieces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

# A drawn line is up to three points thick; a thicker box is shading or a picture.
_THICKEST = 3.0
# Two lines this near are one: borders of neighbouring cells are drawn twice, a point apart.
NEAR = 3.0
# A gap between pieces of a line: dashes, and borders drawn cell by cell.
_BREAK = 3.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One straight drawn line: at its height (level) or its distance from the left (upright), from start to end."""

    at: float
    start: float
    end: float


def drawn_on(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules on a page of pdfplumber."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for drawn in (*page.lines, *page.rects, *page.curves):
        x0, x1, top, bottom = (float(drawn[name]) for name in ("x0", "x1", "top", "bottom"))
        is_flat, is_narrow = bottom - top <= _THICKEST, x1 - x0 <= _THICKEST
        if is_flat and not is_narrow:
            level.append(Rule((top + bottom) / 2, x0, x1))
        elif is_narrow and not is_flat:
            upright.append(Rule((x0 + x1) / 2, top, bottom))
        elif drawn["object_type"] == "rect" and drawn["stroke"] and not (is_flat or is_narrow):
            level.extend((Rule(top, x0, x1), Rule(bottom, x0, x1)))
            upright.extend((Rule(x0, top, bottom), Rule(x1, top, bottom)))
    return level, upright


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    whole: list[Rule] = []
    for rows in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in rows) / len(rows)
        start, end = rows[0].start, rows[0].end
        for rule in sorted(rows, key=lambda rule: rule.start):
            if rule.start > end + _BREAK:
                whole.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            start, end = min(start, rule.start), max(end, rule.end)
        whole.append(Rule(at, start, end))
    return whole


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    for rule in rules:
        if clusters and rule.at - clusters[-1][0].at <= NEAR:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    return clusters
