"""Columns of a task table, found by the words of its heading row, in any order."""

from collections.abc import Sequence

from sources.plans.vocabulary import phrases
from sources.vietnamese.abbreviations import expanded_key

Columns = dict[str, int]
# A heading cell is a few words; a longer cell is a row of the table.
_HEADING_WORDS = 8


def read_columns(cells: Sequence[str]) -> Columns | None:
    """Column name -> position. None where the row is not the heading of a task table.

    Needed: something to do, and a lead unit, deadline or product beside it.
    """
    found: Columns = {}
    for position, cell in enumerate(cells):
        column = column_of(cell)
        if column is None or column == "other":
            continue
        if column == "activity" and "activity" in found and "group" not in found:
            found["group"] = found["activity"]  # "Nội dung | Nhiệm vụ": the first is the heading of the second
        elif column in found:
            continue
        found[column] = position
    has_work = "activity" in found or "goal" in found
    beside = {"lead", "deadline", "product", "coordinating"} & set(found)
    if not has_work or not beside or len(found) < 3:
        return None
    if "activity" not in found:
        found["activity"] = found.pop("goal")
    return found


def column_of(cell: str) -> str | None:
    """Column that a heading cell names: the whole cell, else the longest phrase it begins or ends with."""
    key = expanded_key(cell)
    if not key or len(key.split()) > _HEADING_WORDS:
        return None
    keyed = phrases("columns", "column", "phrase")
    for test in (str.__eq__, _starts, _ends):
        for phrase, column in keyed:
            if test(key, phrase):
                return column
    return None


def _starts(key: str, phrase: str) -> bool:
    return key.startswith(phrase + " ")


def _ends(key: str, phrase: str) -> bool:
    return key.endswith(" " + phrase)


def merge_headings(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """One heading row of two: a cell spanning "Chủ trì" and "Phối hợp" gives way to what stands under it."""
    size = max(len(upper), len(lower))
    padded = [[*row, *[""] * (size - len(row))] for row in (upper, lower)]
    return [below or above for above, below in zip(*padded, strict=True)]
