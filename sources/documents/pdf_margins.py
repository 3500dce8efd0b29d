"""Page numbers and running heads: printed lines at the edge of a page that belong to no text."""

import re
from collections import Counter
from collections.abc import Sequence

from sources.documents.pdf_words import Line
from sources.vietnamese.normal import fold_spaces

# "3", "- 3 -", "3/12", "Trang 3", "Trang 3/12".
_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s.]*$", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,9}")
# A date, an hour, the page and the number of pages; no head has more numbers after these.
_LAST_NUMBERS = 8
# Running heads stand in one place on their pages; lines of text move.
_MOVES = 3.0
# Share of the pages a running head stands on: even and odd pages may differ, first pages often go without.
_SHARE = 0.4
# Share of a page's height at its head and foot where page numbers stand.
_EDGE = 0.12
# Lines at either edge that may be running heads: two of them and a page number.
_DEEPEST = 3


def without_margins(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Lines of every page without page numbers and running heads. heights: of the pages, in points."""
    heads = _running_heads(pages)
    kept = []
    for page, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        edges = {id(line) for line in _edge_lines(lines)}
        kept.append(
            [
                line
                for line in lines
                if not (id(line) in edges and (_keys(line, page) & heads or _is_page_number(line, lines, height)))
            ]
        )
    return kept


def _edge_lines(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.base)
    return [*by_height[:_DEEPEST], *by_height[-_DEEPEST:]]


def _keys(line: Line, page: int) -> set[tuple[str, int]]:
    """Words and height of a line; also the words with one of its numbers counted from the page's own."""
    text, height = fold_spaces(line.text), round(line.base / _MOVES)
    counted = {
        f"{text[: number.start()]}#{int(number[0]) - page}{text[number.end() :]}"
        for number in list(_NUMBER.finditer(text))[-_LAST_NUMBERS:]
    }
    return {(words, height) for words in (text, *counted)}


def _edge_keys(lines: Sequence[Line], page: int) -> set[tuple[str, int]]:
    return {key for line in _edge_lines(lines) for key in _keys(line, page)}


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    counts = Counter(key for page, lines in enumerate(pages) for key in _edge_keys(lines, page))
    least = max(2, round(_SHARE * len(pages)))
    return {key for key, count in counts.items() if count >= least}


def _is_page_number(line: Line, lines: Sequence[Line], height: float) -> bool:
    if not _PAGE_NUMBER.match(fold_spaces(line.text)):
        return False
    is_outermost = all(other.base >= line.base for other in lines) or all(other.base <= line.base for other in lines)
    return is_outermost and not _EDGE * height < line.base < (1 - _EDGE) * height
