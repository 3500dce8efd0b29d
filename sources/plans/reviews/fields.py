"""The shapes of what a person may correct: a kind of row, and a field of it. Which there are stands in kinds.py."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sources.contract import RawRow

FieldType = Literal["text", "code", "number", "year", "partial_date", "day", "units", "section"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column. words: the list of words.csv of a code; the heading is what the reader finds the column by."""

    name: str
    heading: str
    type: FieldType
    width: float
    words: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of row. clause: the field that a row is found again by; told_apart_by: what tells rows of one clause
    apart, the most telling first; letter: what its numbers begin with."""

    name: str
    sheet: str
    row_type: type[RawRow]
    number: str
    letter: str
    clause: str
    told_apart_by: tuple[str, ...]
    fields: tuple[Field, ...]

    @cached_property
    def field(self) -> dict[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}
