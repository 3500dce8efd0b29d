"""Whose figures a line holds, and of which period: its columns, else a title, else the path, else a .yml beside it.

Names lead to keys by the registers alone; nothing is taken for nearly the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from sources.keys import KEY, PERIOD_KEY, UNIT_KEY
from sources.results.known import Known
from sources.results.tables.periods import period_key
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.whose import nearest
from sources.vietnamese.normal import match_key

Keys = tuple[str, str, str]
"""Agency, unit, period."""

LineKeys = tuple[Keys | None, list[tuple[str, HeldBackError]]]
"""The keys of a line; or for each thing that is missing or unknown the column that should say it, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the lines of a table, as text. None: nothing says it."""

    agency: str | None = None
    unit: str | None = None
    period: str | None = None


def around(titles: Mapping[str, str], path: str, beside: Mapping[str, str], known: Known) -> Around:
    """What is said around a table. A title that cannot be understood is no reason to take the path instead."""
    parts = [part.casefold() for part in PurePosixPath(path).with_suffix("").parts]
    agencies = {unit.agency_key for unit in known.units.values()}
    by_path = next((part for part in parts if part in agencies), None)
    agency = _agency(titles.get("agency", ""), known) or by_path or beside.get("agency_key")
    unit = titles.get("unit") or _unit_in(parts, agency, known) or beside.get("unit_key")
    return Around(agency, unit, titles.get("period") or _period_in(parts) or beside.get("period_key"))


def line_keys(texts: Mapping[str, str], about: Around, known: Known) -> LineKeys:
    """texts: what the columns agency, unit_key, unit_name and period say, "" where they say nothing."""
    problems: list[tuple[str, HeldBackError]] = []
    agency = _agency(texts["agency"], known) or about.agency
    unit, period = "", ""
    try:
        unit = _unit(texts, about, agency, known)
    except HeldBackError as error:
        problems.append(("unit_key" if texts["unit_key"] else "unit_name", error))
    agency = agency or unit.partition("/")[0]
    if unit and not unit.startswith(f"{agency}/"):
        problems.append(("unit_name", HeldBackError("unit_of_other_agency", value=unit, agency=agency)))
    try:
        period = _period(texts["period"] or about.period or "", known, agency)
    except HeldBackError as error:
        problems.append(("period", error))
    return None if problems else (agency, unit, period), problems


def find_unit(text: str, agency: str | None, known: Known) -> str:
    """Key of the unit that `text` is the key or a name of. HeldBackError with the nearest names."""
    key = text.strip().casefold()
    if key in known.units or (not known.units and UNIT_KEY.fullmatch(key)):
        return key
    if agency and f"{agency}/{key}" in known.units:
        return f"{agency}/{key}"
    name = match_key(text)
    found = {unit for (owner, said), unit in known.names.items() if said == name and agency in (None, owner)}
    if len(found) == 1:
        return found.pop()
    if found:
        raise HeldBackError("ambiguous_unit_name", value=text, units=", ".join(sorted(found)))
    raise HeldBackError("unknown_unit_name", value=text, nearest=nearest(name, _names(agency, known)))


def _unit(texts: Mapping[str, str], about: Around, agency: str | None, known: Known) -> str:
    """By the columns of the key and of the name, which must not contradict each other; else by what is around."""
    key, name = texts["unit_key"], texts["unit_name"]
    if not key and not name:
        if about.unit is None:
            raise HeldBackError("missing_unit")
        return find_unit(about.unit, agency, known)
    unit = find_unit(key or name, agency, known)
    named = known.names.get((unit.partition("/")[0], match_key(name)), unit)
    if named != unit:
        raise HeldBackError("line_key_against_name", value=key, name=name, named=named)
    return unit


def _period(text: str, known: Known, agency: str | None) -> str:
    if not text:
        raise HeldBackError("missing_period")
    key = period_key(text, known, agency)
    if key is None:
        raise HeldBackError("unknown_period_words", value=text)
    return key


def _agency(text: str, known: Known) -> str | None:
    """An agency by its key, or by the name of the unit that stands for it."""
    key, name = text.strip().casefold(), match_key(text)
    if KEY.fullmatch(key):
        return key
    found = {owner for (owner, said), unit in known.names.items() if said == name and _is_agency(unit, known)}
    return found.pop() if len(found) == 1 else None


def _is_agency(unit: str, known: Known) -> bool:
    return unit in known.units and known.units[unit].kind == "agency"


def _unit_in(parts: list[str], agency: str | None, known: Known) -> str | None:
    """The one known unit whose own key is a part of the path."""
    owners = {unit.agency_key for unit in known.units.values()} if agency is None else {agency}
    found = {f"{owner}/{part}" for owner in owners for part in parts} & known.units.keys()
    return found.pop() if len(found) == 1 else None


def _period_in(parts: list[str]) -> str | None:
    """A part of the path that is a period, or two that are one together: results/2026/q1."""
    joined = [f"{year}-{window}" for year, window in pairwise(parts)]
    return next((part for part in (*parts, *joined) if PERIOD_KEY.fullmatch(part)), None)


def _names(agency: str | None, known: Known) -> dict[str, str]:
    """Match keys of the names in the register -> how it writes them."""
    return {
        said: known.units[unit].name
        for (owner, said), unit in known.names.items()
        if agency in (None, owner) and unit in known.units
    }
