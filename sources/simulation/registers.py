"""The registers of the collection: units and obligations of the simulated agency, and what the real plans name."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from sources.simulation.agency import Agency
from sources.simulation.story import tell
from sources.vietnamese.organisations import agency_key, unit_key

_UNIT_COLUMNS: Final = (
    "agency_key",
    "unit_key",
    "unit_name",
    "short_name",
    "unit_kind",
    "head",
    "aliases",
    "valid_from",
    "valid_to",
)
_OBLIGATION_COLUMNS: Final = ("agency_key", "unit_key", "period_key", "due_date", "legal_basis", "level", "report_to")
_PERIOD_COLUMNS: Final = (
    "agency_key",
    "period_key",
    "period_name",
    "window_from",
    "window_to",
    "is_cumulative",
    "legal_basis",
)


def write_registers(agency: Agency, folder: Path) -> None:
    """Write units.csv, obligations.csv and periods.csv into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "units.csv", _UNIT_COLUMNS, (*_units(agency), *_real_units()))
    _write(folder / "obligations.csv", _OBLIGATION_COLUMNS, (*_obligations(agency), *_real_obligations()))
    own = ((agency.key, *period.values()) for period in tell("agency")["own_periods"])
    _write(folder / "periods.csv", _PERIOD_COLUMNS, own)


def agency_unit(agency: Agency) -> str:
    """Key of the agency as a unit that reports for the whole of it."""
    return unit_key(agency.key, agency.name)


def _units(agency: Agency) -> Iterator[tuple[object, ...]]:
    since = min(unit.since for unit in agency.units.values())
    yield agency.key, agency_unit(agency), agency.name, "", "agency", "", "", since, ""
    for unit in agency.units.values():
        names = "|".join(unit.aliases)
        yield agency.key, unit.key, unit.name, unit.short_name, unit.kind, unit.head, names, unit.since, ""


def _real_units() -> Iterator[tuple[object, ...]]:
    for told in tell("real_agencies"):
        key = agency_key(told["name"])
        for unit in told["units"]:
            names = "|".join(unit.get("aliases", ()))
            unit_name = unit["name"]
            yield key, unit_key(key, unit_name), unit_name, "", unit["kind"], "", names, told["documented_from"], ""


def _obligations(agency: Agency) -> Iterator[tuple[object, ...]]:
    for period in agency.periods.values():
        for unit in agency.owed(period):
            yield agency.key, unit.key, period.key, period.due_date, period.legal_basis, "unit", agency.name
    upward = tell("agency")["reported_upward"]
    for period in (agency.periods[key] for key in upward["periods"]):
        due_date, legal_basis = period.due_upward, period.legal_basis
        yield agency.key, agency_unit(agency), period.key, due_date, legal_basis, "department", upward["to"]


def _real_obligations() -> Iterator[tuple[object, ...]]:
    for told in tell("real_agencies"):
        key = agency_key(told["name"])
        for owed in told.get("obligations", ()):
            yield from _real_obligation(key, owed)


def _real_obligation(key: str, owed: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for period, due_date in owed["due"].items():
        for name in owed["units"]:
            yield key, unit_key(key, name), period, due_date, owed["legal_basis"], "unit", owed["report_to"]


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
