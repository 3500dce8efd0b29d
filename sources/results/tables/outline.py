"""How the lines of a flat table hang together: totals, group lines over their parts, columns that lines fill in."""

import re
from collections.abc import Sequence
from typing import Final

from sources.results.tables.cells import Cells
from sources.results.tables.head import Head, lines
from sources.results.tables.headings import TOTAL_BEGINNINGS, TOTAL_WORDS
from sources.vietnamese.normal import match_key, slug

_TOTALS: Final = frozenset(slug(words) for words in TOTAL_WORDS)
# With their marks: "Tổng cộng" and "Tổng công ty" have one slug.
_BEGINNINGS: Final = tuple(match_key(words) for words in TOTAL_BEGINNINGS)
_TOTAL_LABELS: Final = (
    "row_no",
    "unit_name",
    "unit_key",
    "field",
    "procedure",
    "indicator_name",
    "indicator_code",
    "period",
)
# "Tổng cộng (I+II)", "Cộng = 1 + 2", "Tổng số 1+2": a bracket, or numbers of lines that are added up.
_OF_WHAT: Final = re.compile(r"\s*(\(.*\)|\[.*\]|=.*|[IVXivx0-9.]+(\s*\+\s*[IVXivx0-9.]+)+)\s*$")
_ROMAN: Final = re.compile(r"[IVX]+")
_ARABIC: Final = re.compile(r"[0-9]+([.,][0-9]+)*")
_NUMBERED: Final = re.compile(r"\s*([IVX]+|[0-9]+(?:\.[0-9]+)*)\s*[.)]\s")
# How deep a number stands: letters A, B over roman numbers over arabic ones, and 1.1 below 1.
_LETTER_DEPTH, _ROMAN_DEPTH, _ARABIC_DEPTH = 0, 1, 2
_WHOSE: Final = ("agency", "unit_key", "unit_name", "period")


def is_total(cells: Cells, head: Head, row: int) -> bool:
    """One of the labels of the line is the word for a total, whatever it is a total of."""
    return any(_is_total_word(_label(cells, head, row, name)) for name in _TOTAL_LABELS)


def columns_in_use(cells: Cells, head: Head) -> frozenset[str]:
    """unit, period: those that a line of the table says by a column of its own."""
    rows = [row for row in lines(cells, head) if not is_total(cells, head, row)]
    names = {"unit": ("unit_key", "unit_name"), "period": ("period",)}
    return frozenset(
        field
        for field, labels in names.items()
        if any(_label(cells, head, row, name) for row in rows for name in labels)
    )


def parts_of(cells: Cells, head: Head, rows: Sequence[int]) -> dict[int, list[int]]:
    """Group lines -> the lines right below that they are the sum of. rows: the lines with values that are no totals.

    A line stands over the next ones of its unit and period that are numbered deeper, or that name the procedures of
    the field which it names alone.
    """
    found: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        parts = []
        for below in rows[number + 1 :]:
            if not _is_over(cells, head, row, below):
                break
            parts.append(below)
        if parts:
            found[row] = parts
    return found


def _is_over(cells: Cells, head: Head, row: int, below: int) -> bool:
    """The line below is a part of this one."""
    if any(_label(cells, head, row, name) != _label(cells, head, below, name) for name in _WHOSE):
        return False
    fields = _label(cells, head, row, "field"), _label(cells, head, below, "field")
    procedures = _label(cells, head, row, "procedure"), _label(cells, head, below, "procedure")
    if fields[0] and not procedures[0] and procedures[1]:
        return fields[1] in ("", fields[0])
    depth, deeper = _depth(cells, head, row), _depth(cells, head, below)
    return bool(fields[0] or procedures[0]) and depth is not None and deeper is not None and depth < deeper


def _depth(cells: Cells, head: Head, row: int) -> int | None:
    """How deep the number of a line stands; None where it has none."""
    said = _label(cells, head, row, "row_no").strip(" .()")
    if not said and (match := _NUMBERED.match(_label(cells, head, row, "field"))):
        said = match[1]
    if _ROMAN.fullmatch(said):
        return _ROMAN_DEPTH
    if _ARABIC.fullmatch(said):
        return _ARABIC_DEPTH + said.count(".") + said.count(",")
    return _LETTER_DEPTH if len(said) == 1 and said.isalpha() and said.isupper() else None


def _is_total_word(text: str) -> bool:
    return slug(_OF_WHAT.sub("", text)) in _TOTALS or match_key(text).startswith(
        tuple(f"{words} " for words in _BEGINNINGS)
    )


def _label(cells: Cells, head: Head, row: int, name: str) -> str:
    column = head.columns.get(name)
    return "" if column is None else cells.spoken_text(row, column)
