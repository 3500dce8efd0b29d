"""The simulated agency: its units and its reporting periods, from story/agency.yml."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sources.simulation.story import tell
from sources.vietnamese.organisations import unit_key

_EVERY_UNIT = "all"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. kind: as in registers/units.csv; since: first day it exists."""

    key: str
    name: str
    short_name: str
    kind: str
    head: str
    aliases: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period and the kinds of unit that owe a report for it.

    due_date: of the units, as set, before days off; due_upward: of the agency to the body above it.
    """

    key: str
    name: str
    window_from: date
    window_to: date
    due_date: date
    due_upward: date
    legal_basis: str
    is_cumulative: bool
    owed_by: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year that the period's figures belong to; its window begins in December before."""
        return int(self.key.split("-")[0])

    @property
    def part(self) -> str:
        """q1, h1, q3 or annual."""
        return self.key.split("-")[1]


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency with its units by name and its periods by key."""

    key: str
    name: str
    superior: str
    units: dict[str, Unit]
    periods: dict[str, Period]

    def owed(self, period: Period) -> Iterator[Unit]:
        """Units that owe a report for a period: of the kinds concerned, and there when the window closed."""
        for unit in self.units.values():
            if unit.since <= period.window_to and (_EVERY_UNIT in period.owed_by or unit.kind in period.owed_by):
                yield unit

    def is_quarterly(self, unit: Unit) -> bool:
        """The unit owes a report every quarter, else every half-year."""
        return all(_EVERY_UNIT in period.owed_by or unit.kind in period.owed_by for period in self.periods.values())


def read_agency() -> Agency:
    """The agency of story/agency.yml."""
    told = tell("agency")
    units = [
        Unit(
            unit_key(told["key"], unit["name"]),
            unit["name"],
            unit["short"],
            unit["kind"],
            unit["head"],
            tuple(unit["aliases"]),
            unit.get("since", told["since"]),
        )
        for unit in told["units"]
    ]
    periods = [Period(**{**period, "owed_by": tuple(period["owed_by"])}) for period in told["periods"]]
    return Agency(
        told["key"],
        told["name"],
        told["superior"],
        {unit.name: unit for unit in units},
        {period.key: period for period in periods},
    )
