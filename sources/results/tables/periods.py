"""Words for a reporting period -> its key: "Quý I năm 2026", "6 tháng đầu năm 2026", "tháng 7/2026", "2026-q1"."""

import re
from typing import Final

from sources.keys import PERIOD_KEY
from sources.results.known import Known
from sources.vietnamese.dates import read_date
from sources.vietnamese.normal import slug

_DAY: Final = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}")
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR: Final = r"(?:-nam)?-(20[0-9]{2})"
# Over the slug of the words: "Quý I/2026" is "quy-i-2026". The first that fits decides: longer windows stand first.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(rf"(?:6|sau)-thang-dau{_YEAR}"), "h1"),
    (re.compile(rf"(?:6|sau)-thang-cuoi{_YEAR}"), "h2"),
    (re.compile(rf"(?:9|chin)-thang(?:-dau)?{_YEAR}"), "9m"),
    (re.compile(rf"(?:6|sau)-thang{_YEAR}"), "h1"),
    (re.compile(rf"(?:quy|q)-?(iv|iii|ii|i|[1-4]){_YEAR}"), "q"),
    (re.compile(rf"thang-(1[0-2]|0?[1-9]){_YEAR}"), "m"),
    (re.compile(r"(?:^|ca-|ket-qua-|bao-cao-|trong-)nam-(20[0-9]{2})"), "annual"),
)


def period_key(text: str, known: Known, agency: str | None) -> str | None:
    """The key that `text` is, or says in words; None where it says none or two, or one that the calendar has not."""
    key = text.strip().casefold()
    if not PERIOD_KEY.fullmatch(key):
        words = slug(text)
        named = {
            window.period_key
            for (owner, _), window in known.windows.items()
            if owner in (None, agency) and slug(window.name) == words
        }
        key = (named.pop() if len(named) == 1 else None) or period_of_days(text, known) or spoken_period(text) or ""
    is_known = not known.windows or known.window(agency or "", key) is not None
    return key if key and is_known else None


def period_of_days(text: str, known: Known) -> str | None:
    """The one period of the calendar whose first and last day a text names, and no other day."""
    days = []
    for written in _DAY.findall(text):
        try:
            days.append(read_date(written))
        except ValueError:
            return None
    found = {window.period_key for window in known.windows.values() if [window.window_from, window.window_to] == days}
    return found.pop() if len(found) == 1 else None


def spoken_period(text: str) -> str | None:
    """The period that a sentence or a title speaks of; None where it speaks of none, or of two."""
    words = slug(text)
    for pattern, window in _PATTERNS:
        found = {_key(window, match.groups()) for match in _whole(pattern, words)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _whole(pattern: re.Pattern[str], words: str) -> list[re.Match[str]]:
    """Matches that do not begin or end inside a word."""
    return [
        match
        for match in pattern.finditer(words)
        if (match.start() == 0 or words[match.start() - 1] == "-" or words[match.start()] == "-")
        and (match.end() == len(words) or words[match.end()] == "-")
    ]


def _key(window: str, groups: tuple[str, ...]) -> str:
    year = groups[-1]
    if window == "q":
        return f"{year}-q{_ROMAN.get(groups[0], groups[0])}"
    return f"{year}-m{int(groups[0]):02d}" if window == "m" else f"{year}-{window}"
