"""Windows of time in words: "Trước ngày 15/02/2023", "Quý II, III/2020", "Tháng 11, 12/2020", "Năm 2024"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sources.vietnamese.normal import fold_spaces

WindowKind = Literal["before_date", "in_quarter", "in_month", "in_year", "year_range"]
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*(?:/|-|năm)?\s*(?P<year>(?:19|20)\d\d))?"
_LEAD = r"(?:(?:trong|vào|đến|hết|cuối|chậm nhất|hoàn thành|xong)\s+){0,6}"
_BEFORE = r"(?P<before>trước\s+)?"
_DAY = re.compile(
    rf"^{_LEAD}{_BEFORE}{_LEAD}(?:ngày\s+)?(?P<day>\d{{1,2}})\s*(?:[/.-]|\s+tháng\s+)\s*(?P<month>\d{{1,2}})"
    r"(?:\s*(?:[/.-]|\s+năm\s+)\s*(?P<year>\d{4}))?\b",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"^(?:từ\s+)?{_LEAD}{_BEFORE}quý\s+(?P<list>(?:IV|I{{1,3}}|[1-4])(?:\s*(?:,|-|–|và|đến)\s*(?:quý\s+)?(?:IV|I{{1,3}}|[1-4]))*)\b{_YEAR}",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"^(?:từ\s+)?{_LEAD}{_BEFORE}tháng\s+(?P<list>\d{{1,2}}(?:\s*(?:,|-|–|và|đến)\s*(?:tháng\s+)?\d{{1,2}})*)(?!\d){_YEAR}",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:IV|I{1,3}|\d+)\b", re.IGNORECASE)
_HALF = re.compile(
    rf"^{_LEAD}(?P<months>6|sáu|9|chín|3|ba)\s+tháng\s+(?P<end>đầu|cuối)\s+năm(?:\s*(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"^(?:giai đoạn|từ)?\s*(?:năm\s+)?(?P<first>(?:19|20)\d\d)\s*(?:-|–|đến)\s*(?:năm\s+)?(?P<last>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(rf"^{_LEAD}(?:năm\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days. `is_strict`: before the last day, not by it ("Trước ngày X" keeps X as the last day)."""

    kind: WindowKind
    first_day: date | None
    last_day: date
    is_strict: bool = False
    length: int = 0


def read_window(text: str, default_year: int | None) -> Window | None:
    """Read the window that `text` begins with; `length` says how much of it that takes, white space folded.

    Where no year is printed, `default_year` counts; None without either. A quarter or month gives first and last day;
    "Trước ngày X" gives only the last. None for anything else.
    """
    bare = fold_spaces(text)
    try:
        return _day(bare, default_year) or _half(bare, default_year) or _parts(bare, default_year) or _years(bare)
    except ValueError:  # a day that does not exist, the 31st of April
        return None


def _day(text: str, default_year: int | None) -> Window | None:
    match = _DAY.match(text)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else default_year
    if year is None:
        return None
    day = date(year, int(match["month"]), int(match["day"]))
    return Window("before_date", None, day, match["before"] is not None, match.end())


def _half(text: str, default_year: int | None) -> Window | None:
    match = _HALF.match(text)
    year = int(match["year"]) if match and match["year"] else default_year
    if match is None or year is None:
        return None
    months = {"6": 6, "sáu": 6, "9": 9, "chín": 9, "3": 3, "ba": 3}[match["months"].lower()]
    if match["end"].lower() == "cuối":
        return Window("in_quarter", date(year, 13 - months, 1), date(year, 12, 31), length=match.end())
    return Window("in_quarter", date(year, 1, 1), _month_end(year, months), length=match.end())


def _parts(text: str, default_year: int | None) -> Window | None:
    for pattern, kind, months in ((_QUARTERS, "in_quarter", 3), (_MONTHS, "in_month", 1)):
        match = pattern.match(text)
        if match is None:
            continue
        year = int(match["year"]) if match["year"] else default_year
        numbers = [_ROMAN.get(part.lower()) or int(part) for part in _PART.findall(match["list"])]
        if year is None or not all(1 <= number * months <= 12 for number in numbers):
            return None
        first = date(year, (min(numbers) - 1) * months + 1, 1)
        if match["before"]:
            return Window("before_date", None, first, True, match.end())
        last = _month_end(year, max(numbers) * months)
        return Window(kind, first, last, length=match.end())  # type: ignore[arg-type]
    return None


def _years(text: str) -> Window | None:
    match = _YEARS.match(text)
    if match is not None:
        first, last = int(match["first"]), int(match["last"])
        if first >= last:
            return None
        return Window("year_range", date(first, 1, 1), date(last, 12, 31), length=match.end())
    match = _ONE_YEAR.match(text)
    if match is not None:
        year = int(match["year"])
        return Window("in_year", date(year, 1, 1), date(year, 12, 31), length=match.end())
    return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
