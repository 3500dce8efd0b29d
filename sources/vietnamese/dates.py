"""Dates as Vietnamese offices write them: day, month, year; blanks where a document leaves them."""

import re
from datetime import date, timedelta, timezone
from typing import Final

HOME: Final = timezone(timedelta(hours=7))
"""Days in documents are days in Vietnam, which keeps one offset all year."""

_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})")
# Dots that stand for a day run over half a line at most; the bound keeps hostile runs of them cheap.
_GAP = r"[\s.…]{0,120}"
_IN_WORDS = re.compile(
    rf"(?:ngày\s*)?([0-9]{{0,2}}){_GAP}tháng{_GAP}([0-9]{{0,2}}){_GAP}năm\s*([0-9]{{4}})", re.IGNORECASE
)


def read_date(text: str) -> date:
    """Read "31/03/2026", "31-3-2026" or "31.03.2026". ValueError for anything else, month first included."""
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    day, month, year = (int(part) for part in match.groups())
    return date(year, month, day)


def read_partial_date(text: str) -> str | None:
    """ISO date of "ngày 19 tháng 01 năm 2023" or "19/01/2023", cut short where the day or the month is left blank.

    "ngày    tháng 01 năm 2024" -> "2024-01"; "ngày   tháng   năm 2022" -> "2022". None where no date is written or
    the day does not exist.
    """
    match = _DAY_FIRST.search(text) or _IN_WORDS.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    if not month:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if not day:
        return f"{year}-{int(month):02d}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
