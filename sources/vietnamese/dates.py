"""Dates as Vietnamese offices write them: day, month, year."""

import re
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")


def read_date(text: str) -> date:
    """Read "31/03/2026", "31-3-2026" or "31.03.2026". ValueError for anything else, month first included."""
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    day, month, year = (int(part) for part in match.groups())
    return date(year, month, day)
