"""One figure of a sentence: its value, and what the words around it say of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sources.vietnamese.comparators import comparison
from sources.vietnamese.number_words import read_number_words
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal

# What a raw column holds: eighteen digits, four of them decimals.
LARGEST: Final = Decimal(10) ** 14
_MOST_DECIMALS: Final = 4
# How far words of comparison, company or duration may stand from their figure; it bounds the work on hostile text.
REACH: Final = 300

Values = tuple[Decimal, Decimal | None]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its words. start and end hold the words of comparison too; value is a size for rises and cuts."""

    start: int
    end: int
    comparator: str
    printed: str | None
    value: Decimal
    value_max: Decimal | None
    unit: str


def read_values(match: re.Match[str], *, whole: bool) -> Values | None:
    """Groups a and b of a match as numbers, in digits or in words. None for two readings, or a range that falls."""
    spoken = read_number_words(match["a"])
    if spoken is not None:
        return Decimal(spoken), None
    try:
        first = read_decimal(match["a"], whole=whole)
        second = read_decimal(match["b"], whole=whole) if match["b"] else None
    except (NotANumberError, AmbiguousNumberError):
        return None
    if not fits((first, second)):
        return None
    return None if second is not None and second <= first else (first, second)


def fits(values: Values) -> bool:
    """Whether a raw column can hold the figures."""
    given = [value for value in values if value is not None]
    return all(value < LARGEST and -int(value.as_tuple().exponent) <= _MOST_DECIMALS for value in given)


def read_quantity(text: str, match: re.Match[str], values: Values | None, unit: str) -> Quantity | None:
    """The figure of `match` with the words of comparison before and after it; None where no one code says them."""
    if values is None:
        return None
    said = comparison(before(text, match), text[match.end() : match.end() + REACH], is_range=values[1] is not None)
    if said is None:
        return None
    start, end = match.start() - said.before, match.end() + said.after
    return Quantity(start, end, said.comparator, said.printed, values[0], values[1], unit)


def before(text: str, match: re.Match[str]) -> str:
    """The words before a match, as far as they can matter."""
    return text[max(0, match.start() - REACH) : match.start()]
