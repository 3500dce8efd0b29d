"""Whose figures a line holds, and of which period: its columns, else a title, else the path, else a .yml beside it.

Names lead to keys by the registers alone; nothing is taken for nearly the same.
"""

from collections.abc import Mapping

from sources.keys import PERIOD_KEY, UNIT_KEY
from sources.results.known import Known
from sources.results.tables.around import Around, find_agency, is_agency
from sources.results.tables.periods import period_key, spoken_period
from sources.results.workbooks.amounts import HeldBackError
from sources.results.workbooks.period import other_periods
from sources.results.workbooks.whose import nearest
from sources.vietnamese.normal import match_key

Keys = tuple[str, str, str]
"""Agency, unit, period."""

LineKeys = tuple[Keys | None, list[tuple[str, HeldBackError]]]
"""The keys of a line; or for each thing that is missing or unknown the column that should say it, and what is wrong."""


def line_keys(texts: Mapping[str, str], about: Around, known: Known) -> LineKeys:
    """texts: what the columns agency, unit_key, unit_name and period say, "" where they say nothing."""
    problems: list[tuple[str, HeldBackError]] = []
    said = find_agency(texts["agency"], known)
    strange = texts["agency"] if texts["agency"] and known.units and said is None else None
    if strange := strange or (about.strange_agency if said is None else None):
        names = {match_key(unit.name): unit.name for unit in known.units.values() if is_agency(unit.unit_key, known)}
        nearby = nearest(match_key(strange), names)
        return None, [("agency", HeldBackError("unknown_agency_name", value=strange, nearest=nearby))]
    agency = said or about.agency
    unit, period = "", ""
    try:
        unit = _unit(texts, about, agency, known)
    except HeldBackError as error:
        problems.append(("unit_key" if texts["unit_key"] else "unit_name", error))
    agency = agency or unit.partition("/")[0]
    if unit and not unit.startswith(f"{agency}/"):
        problems.append(("unit_name", HeldBackError("unit_of_other_agency", value=unit, agency=agency)))
    try:
        period = _period(texts["period"], about, known, agency)
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
        # Below another unit's line a blank may mean that unit, as where cells were merged, or the one of the title.
        if "unit" in about.left_to_lines:
            raise HeldBackError("label_left_blank", column="Đơn vị")
        return find_unit(about.unit, agency, known)
    unit = find_unit(key or name, agency, known)
    named = known.names.get((unit.partition("/")[0], match_key(name)), unit)
    if named != unit:
        raise HeldBackError("line_key_against_name", value=key, name=name, named=named)
    return unit


def _period(said: str, about: Around, known: Known, agency: str | None) -> str:
    if not said and about.period and "period" in about.left_to_lines:
        raise HeldBackError("label_left_blank", column="Kỳ báo cáo")
    text = said or about.period
    if not text:
        raise HeldBackError("missing_period")
    key = period_key(text, known, agency)
    if key is None:
        # What is a period, and in no calendar, was written well.
        if known.windows and (PERIOD_KEY.fullmatch(text.strip().casefold()) or spoken_period(text)):
            raise HeldBackError("period_not_in_calendar", value=text, nearest=other_periods(text, known, agency))
        raise HeldBackError("unknown_period_words", value=text)
    return key


def _names(agency: str | None, known: Known) -> dict[str, str]:
    """Match keys of the names in the register -> how it writes them."""
    return {
        said: known.units[unit].name
        for (owner, said), unit in known.names.items()
        if agency in (None, owner) and unit in known.units
    }
