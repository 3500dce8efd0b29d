"""Numbers as Vietnamese offices write them: comma for decimals, dot for thousands."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_PLAIN = re.compile(r"[+-]?[0-9]+(,[0-9]+)?")
_ONE_DOT = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]{3}")


class NotANumberError(ValueError):
    """The text is not a number in Vietnamese writing."""


class AmbiguousNumberError(ValueError):
    """The text can be read in two ways: 1.234 is one thousand odd, or one and a bit."""


def read_decimal(text: str, *, whole: bool = False) -> Decimal:
    """Read "96,5", "1.234,5" or "12". A single dot before three digits is read as thousands only where `whole`.

    Raises AmbiguousNumberError for "1.234" where decimals are possible, NotANumberError for anything else that is
    not Vietnamese writing ("96.5", "1,234.5", "khoảng 12").
    """
    bare = text.strip().replace("\u00a0", "")
    if _ONE_DOT.fullmatch(bare) and not whole:
        raise AmbiguousNumberError(text)
    if _GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare):
        number = Decimal(bare.replace(".", "").replace(",", "."))
        if whole and number != number.to_integral_value():
            raise NotANumberError(text)
        return number
    raise NotANumberError(text)


def shown(value: Decimal) -> str:
    """A figure as a Vietnamese clerk writes it, without thousands marks: 1234,5."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
