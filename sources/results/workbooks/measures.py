"""What a figure of an indicator can be: a share of two counts, a whole count, a measured figure. By catalogue, else by
the unit of measure that the line prints."""

from dataclasses import dataclass
from typing import Final

from sources.results.known import Indicator
from sources.results.workbooks.amounts import Decimals
from sources.vietnamese.normal import match_key

# Units of measure whose figures have decimals; all other counts are whole, so that "1.234" can only mean thousands.
_MEASURED: Final = tuple(match_key(word) for word in ("điểm", "giờ", "ngày", "phút", "tỷ", "triệu", "ha"))
_MEASURES: Final = frozenset({"points", "hour", "hours", "day", "days", "minutes", "billion", "million", "hectare"})
_SHARES: Final = ("%", "phần trăm")


@dataclass(frozen=True, slots=True)
class Measure:
    """decimals: of its counts; is_share: part of a whole, in percent; is_percent: its rate is in percent;
    is_additive: windows of a year add up."""

    decimals: Decimals
    is_share: bool
    is_percent: bool
    is_additive: bool = True


def measure_of(indicator: Indicator | None, printed: str) -> Measure:
    """printed: the unit of measure on the line; without one anything is possible."""
    if indicator is not None:
        is_percent = indicator.measure == "percent"
        if indicator.value_kind == "ratio" and is_percent:
            return Measure("unlikely", True, True, indicator.is_additive)
        is_measured = is_percent or indicator.measure in _MEASURES
        return Measure("usual" if is_measured else "never", False, is_percent, indicator.is_additive)
    if not printed:
        return Measure("usual", False, True)
    if printed.casefold() in _SHARES:
        return Measure("unlikely", True, True)
    return Measure("usual" if match_key(printed).startswith(_MEASURED) else "never", False, True)
