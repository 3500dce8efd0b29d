"""Rows of a table in plain text, and cells put together from the lines of a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sources.documents.blocks import plain, unbulleted

_BREAK: Final = "\\"


@dataclass(frozen=True, slots=True)
class TextTable:
    """Lines first up to, not including, end (counted from 0). rows: (line, cells); None where not certain."""

    first: int
    end: int
    rows: tuple[tuple[int, tuple[str, ...]], ...] | None


def joined(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The cells of a row from its lines: an item begins a line of its own, and so does what follows a backslash."""
    columns = range(max(len(line) for line in lines))
    cells = []
    for column in columns:
        text = ""
        for part in (line[column] for line in lines if column < len(line) and line[column]):
            between = "\n" if text.endswith(_BREAK) or unbulleted(part)[0] else " "
            text = f"{text.removesuffix(_BREAK)}{between}{part}" if text else part
        cells.append(plain(text.removesuffix(_BREAK)))
    return tuple(cells)


def cut(line: str, starts: Sequence[int]) -> list[str]:
    """The line cut where columns start."""
    ends = [*starts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
