"""Who sent what and when, from story/reports.yml. A unit that is not told of sends the usual report in time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any, Final

from sources.simulation.agency import Agency, Period, Unit
from sources.simulation.chance import whole_between
from sources.simulation.story import tell
from sources.vietnamese.normal import slug

# What the mail server of the department needs at most.
_ON_THE_WAY: Final = timedelta(minutes=5)
# Usual reports are sent in the last days before they are due, in working hours.
_DAYS_BEFORE: Final = (0, 4)
_MINUTES: Final = (8 * 60, 16 * 60 + 45)


@dataclass(frozen=True, slots=True)
class Sending:
    """One file that was sent. path: inside the collection; instants without zone are Vietnamese time.

    told: what the story says beyond who and when: change, spoil, stored, state, also_as.
    """

    path: str
    unit: Unit
    period: Period
    sent_at: datetime
    number: str
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def received_at(self) -> datetime:
        """When it came."""
        return self.sent_at + _ON_THE_WAY

    @property
    def copies(self) -> tuple[str, ...]:
        """Other paths at which the same content lies."""
        return tuple(str(PurePosixPath(self.path).with_name(name)) for name in self.told.get("also_as", ()))


def sendings(agency: Agency) -> Iterator[Sending]:
    """Every file of the story, by period and unit."""
    told = tell("reports")
    for period in agency.periods.values():
        if period.key not in told:
            continue
        named: dict[str, list[dict[str, Any]]] = {}
        for report in told[period.key]:
            named.setdefault(report["unit"], []).append(report)
        for name, reports in named.items():
            for report in reports:
                if "sent" in report:
                    yield _told(agency.units[name], period, report)
        for unit in agency.owed(period):
            if unit.name not in named:
                yield _usual(unit, period)


def _told(unit: Unit, period: Period, report: dict[str, Any]) -> Sending:
    number = str(report.get("number") or _number(unit, period))
    return Sending(_path(unit, period, report), unit, period, datetime.fromisoformat(report["sent"]), number, report)


def _usual(unit: Unit, period: Period) -> Sending:
    day = period.due_date - timedelta(whole_between(_DAYS_BEFORE, "sent", unit.name, period.key))
    minutes = whole_between(_MINUTES, "hour", unit.name, period.key)
    sent_at = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return Sending(_path(unit, period, {}), unit, period, sent_at, _number(unit, period))


def _number(unit: Unit, period: Period) -> str:
    """Numbers of papers grow through the year."""
    months = period.window_to.month
    return f"{whole_between((11, 20), 'number', unit.name, period.year) * months}/BC-{unit.short_name}"


def _path(unit: Unit, period: Period, report: dict[str, Any]) -> str:
    name = report.get("file") or slug(unit.name)
    suffix = PurePosixPath(report["stored"]).suffix if "stored" in report else ".xlsx"
    return f"results/{period.year}/{period.part}/{name}{suffix}"
