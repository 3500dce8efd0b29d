"""One cell -> one number, rate or day, or the reason why it has to be guessed and is held back instead."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from sources.results.rules.book import RULES
from sources.spreadsheet import Typed
from sources.vietnamese.dates import read_date
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal, shown

# Raw stores fourteen digits before the decimals, and the sum over a thousand units has to fit in them too. No count of
# a unit comes near; money is reported in millions or billions of đồng.
_LIMIT: Final = Decimal(10) ** 11
_STEP: Final = Decimal("0.0001")
# The first programme of the reform that these plans carry out began in 2011; a day outside is a slip of the hand.
_FIRST_YEAR: Final = 2011
_LAST_YEAR: Final = 2100
# A spreadsheet with English settings takes 1.234 typed by a Vietnamese clerk for 1,234 thousandths.
_LIKE_THOUSANDS: Final = 3
# As text the three digits stay even where they are noughts: 1,000 is a thousand for whoever writes in English.
_THOUSANDS_IN_ENGLISH: Final = re.compile(r"-?[0-9]{1,3},[0-9]{3}")
# As text, 96.5 is no number of this language; what it means is plain, and how to write it can be said.
_WITH_POINT: Final = re.compile(r"-?[0-9]*\.[0-9]+")
# A rate written 0.96 must be asked about in any case: its point is the lesser question.
_FRACTION: Final = re.compile(r"0?\.([0-9]+)")

Decimals = Literal["never", "unlikely", "usual"]
"""May the figures of a line have decimals: dossiers and documents never, money of a share hardly, hours do."""


class HeldBackError(ValueError):
    """A cell that would have to be guessed. kind: a rule of the book; words: for its sentence and remedy."""

    def __init__(self, kind: str, **words: object) -> None:
        self.kind = kind
        self.message, self.remedy = RULES[kind].say(**words)
        super().__init__(self.message)


def check_cell(cell: Typed) -> None:
    """HeldBackError for an error value and for a formula that was never calculated."""
    if cell.error is not None:
        raise HeldBackError(cell.error, value=cell.text)


def read_count(cell: Typed, decimals: Decimals) -> Decimal:
    """A count or measured figure, zero or more, judged by how likely decimals are in its line."""
    check_cell(cell)
    if cell.is_percent or cell.bears_sign or cell.text.endswith("%"):
        raise HeldBackError("percent_in_count", value=cell.text)
    number = _number(cell, whole=decimals != "usual")
    if number < 0:
        raise HeldBackError("negative_count", value=cell.text)
    places = -int(number.normalize().as_tuple().exponent)
    # Of a number that has three decimals the last is no nought.
    is_english = decimals != "usual" and _THOUSANDS_IN_ENGLISH.fullmatch(cell.text)
    if is_english or (decimals == "never" and places > 0) or (decimals == "unlikely" and places == _LIKE_THOUSANDS):
        raise HeldBackError("fractional_count", value=cell.text)
    return number


def read_rate(cell: Typed) -> Decimal:
    """A rate in percent: 96.5 from 96,5, from "96,5%", and from 0,965 in a cell with a percent format."""
    check_cell(cell)
    if isinstance(cell.value, str) and cell.text.endswith("%"):
        return _text_number(cell, cell.text.removesuffix("%"), whole=False)
    if isinstance(cell.value, str) and _FRACTION.fullmatch(cell.text):
        number = Decimal(cell.text)
    else:
        number = _number(cell, whole=False)
    if cell.is_percent and not isinstance(cell.value, str):
        return _stored(cell, number * 100)
    if 0 < number <= 1 and not cell.bears_sign:
        percent = shown(number * 100)
        raise HeldBackError("percent_scale_unclear", value=cell.text, percent=percent)
    return number


def read_day(cell: Typed) -> date:
    """A day from a real date or from dd/mm/yyyy."""
    check_cell(cell)
    day: date | None = None
    if isinstance(cell.value, datetime):
        day = cell.value.date()
    elif isinstance(cell.value, date):
        day = cell.value
    elif isinstance(cell.value, str):
        try:
            day = read_date(cell.text)
        except ValueError:
            day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise HeldBackError("not_a_date", value=cell.text)
    return day


def _number(cell: Typed, *, whole: bool) -> Decimal:
    if isinstance(cell.value, str):
        return _text_number(cell, cell.text, whole=whole)
    if isinstance(cell.value, bool) or not isinstance(cell.value, (int, float, Decimal)):
        raise HeldBackError("not_a_number", value=cell.text)
    # Fifteen digits are what a spreadsheet shows: 0.1 + 0.2 is 0.3 there. Whole numbers are exact, and may be longer
    # than a float can be.
    number = Decimal(cell.value) if isinstance(cell.value, int) else Decimal(f"{cell.value:.15g}")
    return _stored(cell, number)


def _text_number(cell: Typed, text: str, *, whole: bool) -> Decimal:
    """Vietnamese writing. `whole`: a single dot before three digits stands before thousands."""
    try:
        number = read_decimal(text)
    except AmbiguousNumberError:
        if not whole:
            raise HeldBackError("ambiguous_number", value=cell.text) from None
        number = read_decimal(text, whole=True)
    except NotANumberError:
        if _WITH_POINT.fullmatch(text):
            raise HeldBackError("decimal_point", value=cell.text, comma=cell.text.replace(".", ",")) from None
        raise HeldBackError("not_a_number", value=cell.text) from None
    return _stored(cell, number)


def _stored(cell: Typed, number: Decimal) -> Decimal:
    """Four decimals, half up, as raw stores them. Held back where that is too large."""
    # Looked at before as well: what is far too large cannot even be rounded.
    if number.is_finite() and abs(number) < _LIMIT:
        rounded = number.quantize(_STEP, ROUND_HALF_UP)
        if abs(rounded) < _LIMIT:
            return rounded
    raise HeldBackError("out_of_range", value=cell.text)
