"""The counts of standing reports as rules compare them: additive indicators and known windows only. No rule here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sources.results.known import Indicator, Known, Window
from sources.results.rows import FigureRow
from sources.results.rules.verdicts import ALONE, PART, WHOLE, Report

# What is asked once has a meaning of its own, whatever its days are.
_ASKED_ONCE: Final = "-x-"
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Count:
    """The counts of one figure in its window. denominator None: a plain count, or not said."""

    row: FigureRow
    indicator: Indicator
    window: Window
    numerator: Decimal
    denominator: Decimal | None

    @property
    def days(self) -> int:
        """Length of the window."""
        return days_of(self.window)

    def measures(self) -> Iterator[tuple[str, Decimal]]:
        """Names of the two counts, as rules speak of them, with their figures."""
        yield (ALONE if self.denominator is None else PART), self.numerator
        if self.denominator is not None:
            yield WHOLE, self.denominator


Series = Mapping[tuple[str, str], Sequence[Count]]
"""(unit, indicator) -> its counts by the end of their windows."""


def days_of(window: Window) -> int:
    """Days of a window, both ends included."""
    return (window.window_to - window.window_from).days + 1


def year_of(window: Window) -> str:
    """The year that a window belongs to: its key says so, its days may begin in the year before."""
    return window.period_key.partition("-")[0]


def series_of(standing: Iterable[Report], known: Known) -> Series:
    """The counts of every unit and additive indicator."""
    series: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for report in standing:
        submission = report.submission
        window = known.window(submission.agency_key, submission.period_key)
        if window is None or _ASKED_ONCE in submission.period_key:
            continue
        for row in report.figures:
            indicator = known.indicators.get(row.indicator_code)
            count = count_of(row, indicator, window) if indicator and indicator.is_additive else None
            if count is not None:
                series[row.unit_key, row.indicator_code].append(count)
    return {
        key: sorted(counts, key=lambda count: (count.window.window_to, count.window.period_key))
        for key, counts in series.items()
    }


def count_of(row: FigureRow, indicator: Indicator, window: Window) -> Count | None:
    """The counts of a figure: 0 of 0 where nothing arose; None where it is not applicable or only a rate is told."""
    if row.state == "not_applicable":
        return None
    if row.state == "nothing_arose":
        return Count(row, indicator, window, _ZERO, _ZERO if indicator.value_kind == "ratio" else None)
    return None if row.numerator is None else Count(row, indicator, window, row.numerator, row.denominator)
