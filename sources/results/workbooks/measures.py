"""What a figure of an indicator can be: a share of two counts, a whole count, a measured figure. By catalogue, else by
the unit of measure that the line prints."""

import re
from dataclasses import dataclass
from typing import Final

from sources.results.known import Indicator
from sources.results.workbooks.amounts import Decimals
from sources.vietnamese.normal import match_key

# Units of measure whose figures have decimals; all other counts are whole, so that "1.234" can only mean thousands.
_MEASURED: Final = tuple(match_key(word) for word in ("điểm", "giờ", "ngày", "phút", "tỷ", "triệu", "ha"))
_MEASURES: Final = frozenset({"points", "hour", "hours", "day", "days", "minutes", "billion", "million", "hectare"})
_SHARES: Final = ("%", "phần trăm")
# What a share is made of comes in whole pieces unless words like these say that it is money or time.
_NOT_WHOLE: Final = re.compile(r"\b(vốn|tiền|kinh phí|ngân sách|giải ngân|mức chi|số ngày|số giờ|số phút)\b")


@dataclass(frozen=True, slots=True)
class Measure:
    """decimals: of its counts; is_share: part of a whole, in percent; is_percent: its rate is in percent;
    is_additive: windows of a year add up; is_score: a percentage that others publish, which has no counts;
    is_mean: a sum over the pieces it was measured on."""

    decimals: Decimals
    is_share: bool
    is_percent: bool
    is_additive: bool = True
    is_score: bool = False
    is_mean: bool = False


def measure_of(indicator: Indicator | None, printed: str, name: str = "") -> Measure:
    """printed, name: unit of measure and name on the line, looked at where no catalogue knows the indicator; without a
    unit of measure anything is possible."""
    if indicator is not None:
        is_percent = indicator.measure == "percent"
        if indicator.value_kind == "ratio" and is_percent:
            return Measure(_of_share(indicator.numerator), True, True, indicator.is_additive)
        is_measured = is_percent or indicator.measure in _MEASURES
        is_score = is_percent and indicator.value_kind == "index"
        decimals: Decimals = "usual" if is_measured else "never"
        is_mean = indicator.value_kind == "ratio"
        return Measure(decimals, False, is_percent, indicator.is_additive, is_score, is_mean)
    if not printed:
        return Measure("usual", False, True)
    if printed.casefold() in _SHARES:
        return Measure(_of_share(name), True, True)
    return Measure("usual" if match_key(printed).startswith(_MEASURED) else "never", False, True)


def _of_share(words: str) -> Decimals:
    return "unlikely" if _NOT_WHOLE.search(words.casefold()) else "never"
