"""One value in its forms: in a row of a plan, in a cell of the workbook, and between them as plain text.

The plain form is what is compared and kept: "96.5", "2026-03-31", "ge", names parted by semicolons; None is blank.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from sources.plans.reviews.fields import Field
from sources.plans.reviews.words import word_of
from sources.vietnamese.normal import fold_spaces, match_key
from sources.worksheet import Content

# A cell holds 32,767 signs, and the machine's column holds all texts of its row in one cell; a clause of a plan has
# some hundred. What is longer is shown cut off, and stays as it is unless somebody types over it.
LONGEST: Final = 3_000
_CUT = "…"
# Parts of a document that stand before the number of a section, as the rows have them and as people say them.
_PARTS: Final = {"annex": "phụ lục", "preamble": "phần mở đầu"}


def plain(value: Any) -> str | None:
    """The plain form of a value of a row."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    text = fold_spaces(ILLEGAL_CHARACTERS_RE.sub("", str(value)))
    return (text if len(text) <= LONGEST else text[: LONGEST - 1] + _CUT) or None


def cell_content(field: Field, text: str | None) -> Content:
    """What is written into the cell."""
    if text is None:
        return None
    if field.type == "code":
        return word_of(field.words, text)
    if field.type == "number":
        return Decimal(text)
    if field.type == "year":
        return int(text)
    if field.type == "day":
        return date.fromisoformat(text)
    return shown(field, text)


def shown(field: Field, text: str | None) -> str | None:
    """The value as a person reads it."""
    if text is None:
        return None
    if field.type == "code":
        return word_of(field.words, text)
    if field.type == "number":
        return text.replace(".", ",")
    if field.type in {"day", "partial_date"}:
        return "/".join(reversed(text.split("-")))
    if field.type == "section":
        part, space, number = text.partition(" ")
        return f"{_PARTS.get(part, part)}{space}{number}"
    return text


def section_of(text: str) -> str:
    """The section that people mean: "Phụ lục III.7" is "annex III.7"."""
    words = text.split()
    for part, said in _PARTS.items():
        size = len(said.split())
        if match_key(" ".join(words[:size])) == match_key(said):
            return " ".join([part, *words[size:]])
    return text


def typed(field: Field, text: str | None) -> Any:
    """The value for a row; the row type checks it."""
    if text is None or field.type not in {"number", "year", "day"}:
        return text
    if field.type == "number":
        return Decimal(text)
    return int(text) if field.type == "year" else date.fromisoformat(text)
