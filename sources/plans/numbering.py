"""Numbers before headings and items: I. · 1. · 2.1. · a) · Phần I, with their rank."""

import re
from dataclasses import dataclass

_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
_KINDS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        0,
        re.compile(
            rf"^(?P<number>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:{_ROMAN}|\d+|[Tt]hứ\s+\w+|THỨ\s+\w+|[A-D]))\s*[.:\-–]?\s*(?P<rest>.*)$"
        ),
    ),
    (0.7, re.compile(r"^(?P<number>Điều\s+\d{1,2})\s*[.:]\s*(?P<rest>\S.*)$")),
    (1, re.compile(rf"^(?P<number>{_ROMAN})\s*[.)/:\-–]\s*(?P<rest>[^\d\s].*)$")),
    (0.5, re.compile(r"^(?P<number>[A-HĐ])\s*\.\s+(?P<rest>\S.*)$")),
    (0.5, re.compile(r"^(?P<number>[A-HĐ])\s*[/)\-–]\s*(?P<rest>[A-ZĐÀ-Ỹ][^\W\d_]+.*)$")),
    (3, re.compile(r"^(?P<number>(?:\d{1,2}|[IVX]+)(?:\.\d{1,2})+)\s*[.):]?\s+(?P<rest>\S.*)$")),
    (3, re.compile(r"^(?P<number>(?:\d{1,2})(?:\.\d{1,2})+)\.(?P<rest>[^\W\d].*)$")),
    (3, re.compile(r"^(?P<number>(?:\d{1,2})(?:\.\d{1,2})+)\s*/\s*(?P<rest>[^\W\d].*)$")),
    (2, re.compile(r"^(?P<number>\d{1,2})\s*\.\s*(?P<rest>[^\W\d].*|[“\"(].*)$")),
    (2, re.compile(r"^(?P<number>\d{1,2})\s*\.\s+(?P<rest>\d.*)$")),
    (2, re.compile(r"^(?P<number>\d{1,2})\s*/\s*(?P<rest>[^\W\d].*)$")),
    (2, re.compile(r"^(?P<number>\d{1,2})\s*[-–]\s+(?P<rest>[A-ZĐÀ-Ỹ][^\W\d_]+.*)$")),
    (6, re.compile(r"^\((?P<number>\d{1,2})\)\s*(?P<rest>[^\W\d].*)$")),
    (6, re.compile(r"^(?P<number>\d{1,2})\s*\)\s*(?P<rest>\S.*)$")),
    (7, re.compile(r"^(?P<number>[a-zđ])\s*[)./]\s*(?P<rest>[^\W].*)$")),
)
_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """number as printed without its sign, rank (smaller is higher), and the text after it."""

    number: str
    rank: float
    rest: str


def read_number(text: str) -> Number | None:
    """The number that `text` begins with; None where it begins with none."""
    for rank, pattern in _KINDS:
        match = pattern.match(text)
        if match:
            number = match["number"]
            depth = number.count(".") - 1 if rank == 3 else 0
            return Number(number, rank + depth, match["rest"].strip())
    return None


def roman_value(number: str) -> int | None:
    """4 for "IV"; None for anything that is not a Roman number up to 29."""
    if not re.fullmatch(_ROMAN, number):
        return None
    total = 0
    for sign, following in zip(number, [*number[1:], "I"], strict=True):
        total += -_VALUES[sign] if _VALUES[sign] < _VALUES[following] else _VALUES[sign]
    return total


def roman(value: int) -> str:
    """ "IV" for 4, up to 29."""
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
