"""Labels inside running text: "Đơn vị chủ trì: Phòng Nghiệp vụ Y; thời gian: Quý II/2026".

A label is the heading of a task table's column, with a colon after it. What stands after it belongs to it up to the
next label, or to the end of the bracket that opened before it.
"""

import re
from dataclasses import dataclass

from sources.plans.vocabulary import phrases
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.normal import fold_spaces

LABELLED = frozenset({"activity", "lead", "coordinating", "deadline", "product"})
# What makes a task of a text; "Nội dung: ..." alone may open any paragraph.
OWNING = LABELLED - {"activity"}
# A label begins a text, or stands after a sign that ends what was before it.
_LABEL = re.compile(r"(?:^|(?<=[;.,(\n|])|(?<=[-–+•])|(?<=\)))\s{0,40}(?P<label>[^\W\d_][^:;.()\n]{2,60}?)\s*:(?!\d)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """rest: the text before its first label; cells: column name -> text after its label."""

    rest: str
    cells: dict[str, str]


def read_labels(text: str) -> Labelled:
    """The labelled parts of a text; no cells where it has none."""
    found = [(match, _column(match["label"])) for match in _LABEL.finditer(text)]
    labels = [(match, column) for match, column in found if column in LABELLED]
    if not labels:
        return Labelled(fold_spaces(text), {})
    cells: dict[str, str] = {}
    ends = [match.start() for match, _ in labels[1:]] + [len(text)]
    for (match, column), end in zip(labels, ends, strict=True):
        value = _inside(text[match.end() : end])
        if column is not None and value and column not in cells:
            cells[column] = value
    rest = fold_spaces(text[: labels[0][0].start()]).rstrip(" (;,-–")
    return Labelled(rest, cells)


def _column(label: str) -> str | None:
    """The column of a label, or of its last words where a clause runs into it ("..., đơn vị chủ trì").

    The whole of it: "Thời gian giải quyết: giảm còn 5 ngày" is a sentence.
    """
    for words in (label, re.split(r",\s*", label)[-1]):
        key = expanded_key(words)
        found = next((column for phrase, column in phrases("columns", "column", "phrase") if phrase == key), None)
        if found is not None:
            return found
    return None


def _inside(text: str) -> str:
    """Up to a bracket that closes more than the text itself opens."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            text = text[:at]
            break
    return fold_spaces(text).strip(" ;,.|-–")
