"""Tables in plain text: drawn with | and +---+, ruled by dashes (pandoc), or laid out by spaces alone."""

import re
from collections.abc import Sequence
from typing import Final

from sources.documents.text_rows import TextTable, cut, joined
from sources.documents.text_spaces import find_spaced

_BOX: Final = str.maketrans(
    {**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛", "+")}
)
_BORDER: Final = re.compile(r"^\s*[+|](?:\s*:?[-=]{2,}:?\s*[+|])+\s*$")
_DRAWN: Final = re.compile(r"^\s*\|.*\|\s*$")
_BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r"^\s*-{2,}(?: +-{2,})+\s*$")
_LONG_RULE: Final = re.compile(r"^\s*-{10,}\s*$")
# A heading that wraps over more lines is a paragraph.
_HEADER_LINES: Final = 6


def find_table(lines: Sequence[str], at: int, *, spaced: bool = True) -> TextTable | None:
    """The table that begins at line `at`."""
    line = lines[at].translate(_BOX)
    if _is_drawn(line):
        # A run of such lines is looked at once, from its first.
        return None if at and _is_drawn(lines[at - 1].translate(_BOX)) else _drawn(lines, at)
    if _LONG_RULE.match(line) or _RULE.match(line) or (at + 1 < len(lines) and _RULE.match(lines[at + 1])):
        return _ruled(lines, at)
    return find_spaced(lines, at) if spaced else None


def _is_drawn(line: str) -> bool:
    return bool(_BORDER.match(line) or _DRAWN.match(line))


def _drawn(lines: Sequence[str], at: int) -> TextTable | None:
    chunks: list[list[tuple[int, list[str]]]] = [[]]
    end, is_grid = at, False
    while end < len(lines):
        line = lines[end].translate(_BOX)
        if _BORDER.match(line):
            is_grid = is_grid or "=" in line
            chunks.append([])
        elif _DRAWN.match(line):
            cells = [cell.replace("\\|", "|").strip() for cell in _BAR.split(line.strip())[1:-1]]
            chunks[-1].append((end, cells))
        else:
            break
        end += 1
    chunks = [chunk for chunk in chunks if chunk]
    if sum(len(chunk) for chunk in chunks) < 2 or max(len(cells) for chunk in chunks for _, cells in chunk) < 2:
        return None
    # Lines between two borders are one row; where only the heading is set off, every line is a row, but for pandoc,
    # which sets off the heading with a border of its own.
    if len(chunks) <= 2 and not is_grid:
        chunks = [*chunks[:-1], *([line] for line in chunks[-1])]
    return TextTable(at, end, tuple((chunk[0][0], joined([cells for _, cells in chunk])) for chunk in chunks))


def _ruled(lines: Sequence[str], at: int) -> TextTable | None:
    """Pandoc: dashes under the heading show the columns; rows are lines, or stand between blank lines."""
    framed = bool(_LONG_RULE.match(lines[at]))
    rule = next((n for n in range(at, min(at + _HEADER_LINES, len(lines))) if _RULE.match(lines[n])), None)
    if rule is None or any(not lines[n].strip() for n in range(at, rule)):
        return None
    starts = [match.start() for match in re.finditer(r"-+", lines[rule])]
    header = [cut(lines[n], starts) for n in range(at + framed, rule)]
    rows: list[tuple[int, tuple[str, ...]]] = [(at + framed, joined(header))] if header else []
    held: list[list[str]] = []
    is_closed = not framed  # the end of the text ends a table without a frame
    begun = end = rule + 1
    while end < len(lines):
        line = lines[end]
        is_end = bool(_LONG_RULE.match(line) or _RULE.match(line)) or (not framed and not line.strip())
        if held and (is_end or not framed or not line.strip()):
            rows.append((begun, joined(held)))
            held = []
        if is_end:
            is_closed = True
            end += bool(line.strip())
            break
        if line.strip():
            begun = begun if held else end
            held.append(cut(line, starts))
        end += 1
    if held:
        rows.append((begun, joined(held)))
    return TextTable(at, end, tuple(rows)) if is_closed and len(rows) >= 2 and len(starts) >= 2 else None
