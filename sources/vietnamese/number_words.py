"""Numbers in words: "hai", "mười lăm", "bốn mươi lăm", "một trăm"; up to 999."""

import re
from typing import Final

_ONES: Final = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
# Only behind a ten: "hai mươi mốt", "mười lăm"; "năm" alone is the year far more often than the five.
_AFTER_TEN: Final = _ONES | {"mốt": 1, "tư": 4, "lăm": 5, "năm": 5}
_ONE = "|".join(_ONES)
_LAST = "|".join(_AFTER_TEN)
_BELOW_HUNDRED = rf"(?:(?:{_ONE}|năm)\s+mươi(?:\s+(?:{_LAST}))?|mười(?:\s+(?:{_LAST}))?|{_ONE})"
NUMBER_WORDS: Final = rf"(?:(?:{_ONE}|năm)\s+trăm(?:\s+(?:linh\s+|lẻ\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_WHOLE = re.compile(
    rf"(?:(?P<hundreds>{_ONE}|năm)\s+trăm)?\s*(?:linh|lẻ)?\s*"
    rf"(?:(?P<tens>{_ONE}|năm)\s+mươi|(?P<ten>mười))?\s*(?P<last>{_LAST})?",
    re.IGNORECASE,
)


def read_number_words(text: str) -> int | None:
    """The whole number that `text` says in words; None where it says none."""
    match = _WHOLE.fullmatch(" ".join(text.lower().split()))
    if match is None or not any(match.groups()):
        return None
    value = _AFTER_TEN.get(match["hundreds"] or "", 0) * 100 + (10 if match["ten"] else 0)
    return value + _AFTER_TEN.get(match["tens"] or "", 0) * 10 + _AFTER_TEN.get(match["last"] or "", 0)
