"""What surrounds the lines of a flat table: titles, else the path, else a .yml beside it; agencies by key or name."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from sources.keys import KEY, PERIOD_KEY
from sources.results.known import Known
from sources.vietnamese.normal import match_key


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the lines of a table, as text. None: nothing says it. strange_agency: a title names an agency that
    nobody knows; left_to_lines: columns in use, so that a line where one is blank says nothing by it."""

    agency: str | None = None
    unit: str | None = None
    period: str | None = None
    strange_agency: str | None = None
    left_to_lines: frozenset[str] = frozenset()


def around(titles: Mapping[str, str], path: str, beside: Mapping[str, str], known: Known) -> Around:
    """What is said around a table. A title that cannot be understood is no reason to take the path instead."""
    parts = _parts(path)
    agency = agency_of(titles, path, beside, known)
    said = titles.get("agency", "")
    strange = said if said and known.units and find_agency(said, known) is None else None
    unit = titles.get("unit") or _unit_in(parts, agency, known) or beside.get("unit_key")
    period = titles.get("period") or _period_in(parts) or beside.get("period_key")
    return Around(agency, unit, period, strange)


def agency_of(titles: Mapping[str, str], path: str, beside: Mapping[str, str], known: Known) -> str | None:
    """The agency by a title, else by a part of the path, else by the .yml."""
    agencies = {unit.agency_key for unit in known.units.values()}
    by_path = next((part for part in _parts(path) if part in agencies), None)
    return find_agency(titles.get("agency", ""), known) or by_path or beside.get("agency_key")


def find_agency(text: str, known: Known) -> str | None:
    """An agency by its key, or by the name of the unit that stands for it."""
    key, name = text.strip().casefold(), match_key(text)
    if KEY.fullmatch(key):
        return key
    found = {owner for (owner, said), unit in known.names.items() if said == name and is_agency(unit, known)}
    return found.pop() if len(found) == 1 else None


def is_agency(unit: str, known: Known) -> bool:
    """The unit stands for an agency as a whole."""
    return unit in known.units and known.units[unit].kind == "agency"


def _unit_in(parts: list[str], agency: str | None, known: Known) -> str | None:
    """The one known unit whose own key is a part of the path."""
    owners = {unit.agency_key for unit in known.units.values()} if agency is None else {agency}
    found = {f"{owner}/{part}" for owner in owners for part in parts} & known.units.keys()
    return found.pop() if len(found) == 1 else None


def _period_in(parts: list[str]) -> str | None:
    """The only part of the path that is a period, or two that are one together: results/2026/q1."""
    joined = [f"{year}-{window}" for year, window in pairwise(parts)]
    found = {part for part in (*parts, *joined) if PERIOD_KEY.fullmatch(part)}
    return found.pop() if len(found) == 1 else None


def _parts(path: str) -> list[str]:
    return [part.casefold() for part in PurePosixPath(path).with_suffix("").parts]
