"""What a figure is held against: "so với năm 2024", "(năm 2024 đạt 82%)", "từ 15 ngày xuống còn 10 ngày"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sources.plans.years import Years
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal
from sources.vietnamese.quantity_words import NUMBER

# The words beside a figure that say it is of this unit; a base of another unit keeps its words, not its figure.
_SIGNS = {"percent": "%", "points": "điểm", "minutes": "phút", "days": "ngày"}
_AGAINST = re.compile(
    r"so với\s+(?:(?:cùng kỳ|mức|kết quả|thời điểm|cuối|bình quân|trung bình)\s+(?:của\s+)?)*"
    r"(?:(?:giai đoạn|các năm|năm)\s+(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?"
    r"|(?P<before>năm trước(?:\s+liền kề)?)|(?:quy định|hiện nay|hiện tại|hiện hành)[^,;.()]{0,60})",
    re.IGNORECASE,
)
_REACHED = re.compile(
    rf"\((?:[^()]*?\s)?năm\s+(?P<year>(?:19|20)\d\d)\s*(?::|là|đạt|có)?\s*(?P<value>{NUMBER})\s*(?P<sign>%|[^\W\d_]+)?[^()]*\)",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?<!\w)từ\s+(?P<value>{NUMBER})\s*(?P<sign>%|[^\W\d_]+)?(?:\s+(?!trở)[^\W\d_]+){{0,2}}\s*(?:\([^()]*\)\s*)?(?:lên|xuống|còn)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Base:
    """text: as printed. years: of the base, None where it is not a year ("so với quy định"). value: in the target's
    unit, None where none is printed."""

    text: str
    years: Years | None
    value: Decimal | None


def read_base(clause: str, unit: str, plan: Years) -> Base | None:
    """The base that a clause names; None where it names none. "Năm trước" is known in a plan of one year only."""
    against, reached, risen = _AGAINST.search(clause), _REACHED.search(clause), _FROM.search(clause)
    if reached is not None:
        year = int(reached["year"])
        if plan.first is None or year < plan.first:
            return Base(reached[0].strip("()"), Years(year, year), _value(reached, unit))
    if against is not None:
        return Base(against[0], _years(against, plan), _value(risen, unit) if risen else None)
    return Base(risen[0], None, _value(risen, unit)) if risen is not None else None


def _years(against: re.Match[str], plan: Years) -> Years | None:
    if against["first"]:
        return Years(int(against["first"]), int(against["last"] or against["first"]))
    if against["before"] and plan.first is not None and plan.first == plan.last:
        return Years(plan.first - 1, plan.first - 1)
    return None


def _value(match: re.Match[str], unit: str) -> Decimal | None:
    """The figure, where the sign beside it is the target's own or neither has one."""
    sign = (match["sign"] or "").lower()
    wanted = _SIGNS.get(unit)
    if wanted is not None and sign != wanted:
        return None
    try:
        return read_decimal(match["value"], whole=wanted is None)
    except (NotANumberError, AmbiguousNumberError):
        return None
