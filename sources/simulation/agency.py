"""The simulated agency: its units, its reporting periods, and the registers that say so."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sources.simulation.story import tell
from sources.vietnamese.organisations import unit_key

# Districts ended and units were regrouped on that day (Resolution 202/2025/QH15).
_VALID_FROM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. kind: as in registers/units.csv."""

    key: str
    name: str
    short_name: str
    kind: str
    head: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period and the kinds of unit that owe a report for it. due_date: as set, before days off."""

    key: str
    name: str
    window_from: date
    window_to: date
    due_date: date
    owed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency with its units by name and its periods by key."""

    key: str
    name: str
    superior: str
    legal_basis: str
    units: dict[str, Unit]
    periods: dict[str, Period]


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
        )
        for unit in told["units"]
    ]
    periods = [Period(**{**period, "owed_by": tuple(period["owed_by"])}) for period in told["periods"]]
    return Agency(
        told["key"],
        told["name"],
        told["superior"],
        told["legal_basis"],
        {unit.name: unit for unit in units},
        {period.key: period for period in periods},
    )


def write_registers(agency: Agency, folder: Path) -> None:
    """Write units.csv and obligations.csv into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(
        folder / "units.csv",
        ("agency_key", "unit_key", "unit_name", "short_name", "unit_kind", "head", "aliases", "valid_from", "valid_to"),
        (
            (
                agency.key,
                unit.key,
                unit.name,
                unit.short_name,
                unit.kind,
                unit.head,
                "|".join(unit.aliases),
                _VALID_FROM,
                "",
            )
            for unit in agency.units.values()
        ),
    )
    _write(
        folder / "obligations.csv",
        ("agency_key", "unit_key", "period_key", "due_date", "legal_basis"),
        (
            (agency.key, unit.key, period.key, period.due_date, agency.legal_basis)
            for period in agency.periods.values()
            for unit in agency.units.values()
            if unit.kind in period.owed_by
        ),
    )


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
