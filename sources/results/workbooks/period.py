"""Which reporting period a workbook is of, and whether its window is still the one that is in force."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sources.keys import PERIOD_KEY
from sources.results.accounts import ResultAccount
from sources.results.headings import INFO_LABELS, INFO_SHEET
from sources.results.known import Known, Window
from sources.results.workbooks.amounts import HeldBackError, read_day
from sources.results.workbooks.labels import Cells
from sources.results.workbooks.whose import nearest
from sources.vietnamese.normal import match_key

_PLACE: Final = f"trang {INFO_SHEET}"
# Windows that begin with the year; used only where no calendar of windows is known.
_CUMULATIVE: Final = ("q1", "h1", "9m", "annual")
_A_YEAR: Final = re.compile(r"20[0-9]{2}")
# In some regimes reports were due six days before their window was over; what comes still earlier speaks of another.
_EARLIEST: Final = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Period:
    """window: None where no calendar of windows is known; is_cumulative: the window begins with the year."""

    period_key: str
    window: Window | None
    is_cumulative: bool


def find_period(cells: Cells, known: Known, account: ResultAccount, agency: str | None) -> Period | None:
    """The period; None after a finding where it is missing or unknown. agency: None where it is not known either."""
    cell = cells.get("period_key")
    typed = cell.text.casefold() if cell is not None and cell.error is None else ""
    is_key = bool(PERIOD_KEY.fullmatch(typed))
    key = typed if is_key and (not known.windows or _window(known, agency, typed)) else None
    if key is None:
        # A whole key of another period is no damaged one: beside another name it would have to be guessed.
        key = None if is_key else _by_name(cells, known, agency)
        if key is None:
            _say_unknown(cells, known, account, agency)
            return None
        account.say("period_by_name", _place(cells), value=cell.text if cell else "trống", period=key)
    window = _window(known, agency, key)
    if window is None:
        return Period(key, None, key.partition("-")[2] in _CUMULATIVE)
    return Period(key, window, window.is_cumulative)


def _window(known: Known, agency: str | None, key: str) -> Window | None:
    return known.window(agency or "", key)


def _by_name(cells: Cells, known: Known, agency: str | None) -> str | None:
    """The one period that goes by exactly the words beside "Kỳ báo cáo" or "Tên kỳ báo cáo"."""
    words = {match_key(cells[field].text) for field in ("period_key", "period_name") if field in cells}
    keys = {
        window.period_key
        for (owner, _), window in known.windows.items()
        if owner in (None, agency) and match_key(window.name) in words
    }
    return keys.pop() if len(keys) == 1 else None


def _say_unknown(cells: Cells, known: Known, account: ResultAccount, agency: str | None) -> None:
    label = INFO_LABELS["period_key"][0]
    cell = cells.get("period_key")
    if cell is None:
        account.say("missing_period_key", _PLACE, label=label, nearest="")
        return
    offered = other_periods(cell.text, known, agency)
    account.say("unknown_period_key", cell.place, value=cell.text, label=label, nearest=offered)


def other_periods(typed: str, known: Known, agency: str | None) -> str:
    """The end of a sentence that offers the periods of the year that was typed, else what comes nearest."""
    year = _A_YEAR.search(typed)
    periods = known.periods_of(agency, year[0]) if year else []
    if periods:
        return f"; các kỳ của năm {year[0] if year else ''}: {', '.join(periods)}"
    return nearest(typed.casefold(), {key: f"{window.name} ({key})" for (_, key), window in known.windows.items()})


def compare_window(cells: Cells, period: Period, account: ResultAccount) -> None:
    """A window printed by an older form: days of another year or of another regime."""
    window = period.window
    if window is None:
        return
    for field, day in (("window_from", window.window_from), ("window_to", window.window_to)):
        printed = _printed(cells, field)
        if printed is not None and printed != day:
            account.say(
                "window_differs",
                cells[field].place,
                value=f"{printed:%d/%m/%Y}",
                period=window.name,
                first=f"{window.window_from:%d/%m/%Y}",
                last=f"{window.window_to:%d/%m/%Y}",
            )
            return


def is_of_another_year(cells: Cells, period: Period, sent: date | None, account: ResultAccount) -> bool:
    """True after a finding where all days that the workbook prints lie before the period began: the form of an earlier
    window under the name of this one."""
    window, first, last = period.window, _printed(cells, "window_from"), _printed(cells, "window_to")
    if window is None or sent is None or first is None or last is None:
        return False
    if max(last, sent) >= window.window_from:
        return False
    account.say(
        "window_of_another_year",
        cells["window_from"].place,
        value=f"{first:%d/%m/%Y}",
        sent=f"{sent:%d/%m/%Y}",
        period=window.name,
        first=f"{window.window_from:%d/%m/%Y}",
    )
    return True


def _printed(cells: Cells, field: str) -> date | None:
    """A day that the form prints; None where it is blank or no day."""
    try:
        return read_day(cells[field]) if field in cells else None
    except HeldBackError:
        return None


def tell_too_early(place: str, period: Period, sent: date, account: ResultAccount) -> None:
    """A report that was sent long before its window was over."""
    window = period.window
    if window is not None and sent + _EARLIEST < window.window_to:
        last = f"{window.window_to:%d/%m/%Y}"
        account.say("window_not_over", place, value=window.name, sent=f"{sent:%d/%m/%Y}", last=last)


def _place(cells: Cells) -> str:
    return cells["period_key"].place if "period_key" in cells else _PLACE
