"""Years that a title or a heading speaks of: "năm 2023", "giai đoạn 2021 - 2025", "và những năm tiếp theo"."""

import re
from dataclasses import dataclass

_EARLIEST = 1990
_SPAN = re.compile(
    r"(?:giai đoạn|từ năm|các năm|năm)?\s*((?:19|20)\d\d)\s*(?:-|–|đến(?:\s+năm)?)\s*((?:19|20)\d\d)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:năm|/)\s*((?:19|20)\d\d)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến|tới|hết)\s+(?:hết\s+)?(?:năm\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_ONWARDS = re.compile(r"(?:những|các)\s+năm\s+(?:tiếp theo|tiếp sau|sau)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """First and last year. last is None where the text says "and the following years", or says no end at all."""

    first: int | None
    last: int | None
    is_open_ended: bool = False


def read_years(text: str, first: int | None = None) -> Years | None:
    """Years named in `text`; `first` is the beginning to assume for "đến năm 2025". None where no year is named."""
    onwards = bool(_ONWARDS.search(text))
    spans = _SPAN.findall(text)
    if spans:
        start, end = (int(year) for year in spans[-1])
        return Years(start, None if onwards else end, onwards) if _EARLIEST <= start <= end else None
    until = _UNTIL.search(text)
    if until:
        return Years(first, int(until[1]), False)
    years = [int(year) for year in _YEAR.findall(text) if int(year) >= _EARLIEST]
    if not years:
        return None
    # "kế hoạch năm 2023 ... Nghị quyết năm 2021": the title's own year stands last, after what it carries out.
    return Years(years[-1], None if onwards else years[-1], onwards)
