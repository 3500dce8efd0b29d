"""What is known before any report is read: agencies, units by all their names, indicators, reporting windows.

Plain data that the caller brings together from the registers and the catalogues; no files are opened here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

OverPeriods = Literal["ratio_of_sums", "flow_sum", "last_value"]
"""How the figures of a year's windows go together; only the first two can be added and subtracted."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of the catalogue. measure: its unit there (percent, hour …); contributing_unit_kinds: kinds, or all.

    numerator: what is counted, in the words of the catalogue; "" where it does not say.
    """

    code: str
    name: str
    measure: str
    value_kind: str
    over_units: str
    over_periods: str
    contributing_unit_kinds: tuple[str, ...]
    numerator: str = ""

    @property
    def is_additive(self) -> bool:
        """Windows of a year can be added up and taken from each other."""
        return self.over_periods in ("ratio_of_sums", "flow_sum")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the register. kind: decides which indicators it contributes to."""

    agency_key: str
    unit_key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Window:
    """A reporting window. is_cumulative: it begins with the year; agency_key None: all agencies without their own."""

    period_key: str
    name: str
    window_from: date
    window_to: date
    is_cumulative: bool
    agency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything above, by key. names: (agency_key, match key of a name) -> unit_key.

    Empty maps mean that nothing is known: then nothing is called unknown for want of a register.
    """

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    windows: Mapping[tuple[str | None, str], Window] = field(default_factory=dict)

    def name_of(self, indicator_code: str) -> str:
        """The name of an indicator as people say it; its code where no catalogue knows it."""
        indicator = self.indicators.get(indicator_code)
        return indicator.name if indicator else indicator_code

    def periods_of(self, agency_key: str | None, year: str) -> list[str]:
        """Names and keys of the windows of a year, by time: the regime's, and the agency's own."""
        found = [
            window
            for (owner, key), window in self.windows.items()
            if owner in (None, agency_key) and key.partition("-")[0] == year
        ]
        found.sort(key=lambda window: (window.window_to, window.window_from, window.period_key))
        return [f"{window.name} ({window.period_key})" for window in found]

    def period_name(self, agency_key: str, period_key: str) -> str:
        """A period as people say it; its key where no calendar knows it."""
        window = self.window(agency_key, period_key)
        return window.name if window else period_key

    def window(self, agency_key: str, period_key: str) -> Window | None:
        """The window of a period: the agency's own, else the regime's; None where neither knows it."""
        return self.windows.get((agency_key, period_key)) or self.windows.get((None, period_key))
