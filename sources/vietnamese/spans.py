"""Times of several windows: "15/3/2026 - 30/6/2026", "Quý IV/2025 - Quý I/2026", "Quý II (chậm nhất 15/6)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sources.vietnamese.normal import fold_spaces
from sources.vietnamese.windows import Window, read_window

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RANGE = re.compile(r"^\s*(?:-|–|đến|tới)(?!\w)", re.IGNORECASE)
_LATEST = re.compile(r"(?<!\w)(?:chậm nhất|muộn nhất|hạn cuối|trước)(?!\w)", re.IGNORECASE)
# Figures of another kind, and words that say another time than the windows beside them.
_SHARE = re.compile(r"\d[\d,.]*\s*%")
_OTHER_TIME = re.compile(r"(?<!\w)cả năm(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)(?=\w)")
_FROM = re.compile(r"^(?:bắt đầu\s+)?từ\s+", re.IGNORECASE)
# A cell of time is a line; a longer text is a sentence in which a time stands.
_LONGEST = 200


def read_span(text: str, default_year: int | None) -> Window | None:
    """The whole of the time that `text` says, from the first day to the last. None where it says no time, or where
    digits remain that no window takes up.

    Of two windows joined by a dash or "đến" the first begins it and the second ends it; a latest day named beside a
    window ends it; of several others the last counts, for then all has to be done. "Từ quý II" has no end, and is none.
    """
    bare = fold_spaces(text)[:_LONGEST]
    found = list(_windows(bare, default_year))
    if not found:
        return None
    (start, first), rest = found[0], found[1:]
    taken = [(at, at + window.length) for at, window in found]
    outside = _SHARE.sub(" ", _outside(bare, taken))
    if re.search(r"\d", outside) or _OTHER_TIME.search(outside):
        return None
    if not rest:
        is_open = bool(_FROM.match(bare)) and not _is_list(bare, first)
        return None if is_open else first
    at, last = rest[-1]
    if len(rest) == 1 and first.kind != "before_date" and _LATEST.search(bare[start + first.length : at + last.length]):
        return replace(last, first_day=first.first_day, kind="before_date")
    if len(rest) == 1 and _RANGE.match(bare[start + first.length :]):
        begin = first.first_day or first.last_day
        return None if last.last_day < begin else replace(last, first_day=begin, is_strict=False)
    days = [window.last_day for _, window in found]
    return replace(first, last_day=max(days))


def _windows(text: str, default_year: int | None) -> Iterator[tuple[int, Window]]:
    """Windows in reading order, where each begins. A window without a year takes the next one printed behind it."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        behind = _YEAR.search(text, at)
        window = read_window(text[at:], default_year if default_year else int(behind[0]) if behind else None)
        # "Quý V/2026" names no quarter, and the year behind it is not what it says.
        if window is not None and not (window.kind == "in_year" and text[max(0, at - 1) : at] == "/"):
            yield at, window
            at += window.length
            continue
        following = _WORD.search(text, at + 1)
        at = following.start() if following else len(text)


def _outside(text: str, taken: list[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in taken:
        parts.append(text[end:start])
        end = stop
    return " ".join([*parts, text[end:]])


def _is_list(text: str, window: Window) -> bool:
    """ "Từ tháng 3 đến tháng 10": one window with both its ends."""
    first: date | None = window.first_day
    return first is not None and bool(re.search(r"\s(?:đến|tới|-|–)\s", text))
