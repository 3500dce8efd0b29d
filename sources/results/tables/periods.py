"""Words for a reporting period -> its key: "Quý I năm 2026", "6 tháng đầu năm 2026", "tháng 7/2026", "2026-q1"."""

import re
from typing import Final

from sources.keys import PERIOD_KEY
from sources.results.known import Known
from sources.vietnamese.dates import read_date
from sources.vietnamese.normal import slug

_DAY: Final = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}")
_FROM_DAY: Final = re.compile(rf"(từ|đến|tới)?\s*(hết)?\s*(ngày)?\s*{_DAY.pattern}", re.IGNORECASE)
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
# Over the slug of the words: "Quý I/2026" is "quy-i-2026". Every window that is spoken of, with its year or without;
# of those that begin alike the longer stands first. "other": months of no window.
_WINDOW: Final = re.compile(
    r"(?<![a-z0-9])(?:"
    r"(?P<h1>(?:6|sau)-thang-dau(?:-nam)?)|(?P<h2>(?:6|sau)-thang-cuoi(?:-nam)?)|(?P<m9>(?:9|chin)-thang(?:-dau)?)"
    r"|(?P<half>(?:6|sau)-thang)|(?P<other>[0-9]{1,2}-thang)|(?:quy|q)-?(?P<q>iv|iii|ii|i|[1-4])"
    r"|thang-(?P<m>1[0-2]|0?[1-9])|(?P<annual>(?:^|(?<=ca-)|(?<=ket-qua-)|(?<=bao-cao-)|(?<=trong-))nam(?=-20))"
    r")(?:(?:-nam)?-(?P<year>20[0-9]{2}))?(?![a-z0-9])"
)
_ANY_YEAR: Final = re.compile(r"(?<![a-z0-9])20[0-9]{2}(?![a-z0-9])")
# Names of groups that are not yet the end of a key.
_KEYS: Final = {"half": "h1", "m9": "9m"}
# A range, a comparison or what is still to be done: the window that is named is not that of the figures.
_OTHER_MEANING: Final = re.compile(
    r"(?<![a-z0-9])(?:den|toi|so-voi|phuong-huong|ke-hoach-(?:quy|thang|nam|6|9)|chuong-trinh-(?:quy|thang|nam|6|9)"
    r"|(?<!thuc-hien-)(?<!ket-qua-)nhiem-vu)(?![a-z0-9])"
)
_SUM: Final = re.compile(r"(?<![a-z0-9])luy-ke(?![a-z0-9])")
# These begin with the year, so that their sum since then is the window itself.
_FROM_YEAR_ON: Final = frozenset({"h1", "9m", "annual"})


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
        by_days = period_of_days(text, known, agency)
        key = (named.pop() if len(named) == 1 else None) or by_days or spoken_period(text) or ""
    is_known = not known.windows or known.window(agency or "", key) is not None
    return key if key and is_known else None


def period_of_days(text: str, known: Known, agency: str | None) -> str | None:
    """The one period in the agency's calendar whose first and last day a text names, and no other day."""
    days = []
    for written in _DAY.findall(text):
        try:
            days.append(read_date(written))
        except ValueError:
            return None
    keys = {key for owner, key in known.windows if owner in (None, agency)}
    windows = [window for key in sorted(keys) if (window := known.window(agency or "", key))]
    found = {window.period_key for window in windows if [window.window_from, window.window_to] == days}
    return found.pop() if len(found) == 1 else None


def spoken_period(text: str) -> str | None:
    """The period that a sentence or a title speaks of; None where it speaks of none, or also of another."""
    words = _words(text)
    found = _windows(words)
    years = set(_ANY_YEAR.findall(words))
    if len(found) != 1 or len(years) != 1 or _OTHER_MEANING.search(words):
        return None
    window, is_dated = found.popitem()
    if not is_dated or window == "other" or (_SUM.search(words) and window not in _FROM_YEAR_ON):
        return None
    return f"{years.pop()}-{window}"


def speaks_of_others(text: str) -> bool:
    """A text that names windows, but not one alone: taking the period from elsewhere would not be what it says."""
    words = _words(text)
    found = _windows(words)
    return bool(found) and bool(_ANY_YEAR.search(words)) and spoken_period(text) is None and any(found.values())


def _words(text: str) -> str:
    """The slug without days, which say nothing of windows by words."""
    return slug(_FROM_DAY.sub(" ", text))


def _windows(words: str) -> dict[str, bool]:
    """The windows spoken of; whether one of the places where it stands says the year."""
    found: dict[str, bool] = {}
    for match in _WINDOW.finditer(words):
        kind, said = next((name, said) for name, said in match.groupdict().items() if said is not None)
        window = _KEYS.get(kind, kind)
        if kind == "q":
            window = f"q{_ROMAN.get(said, said)}"
        elif kind == "m":
            window = f"m{int(said):02d}"
        found[window] = found.get(window, False) or match["year"] is not None
    return found
