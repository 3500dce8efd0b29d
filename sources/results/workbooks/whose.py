"""Which unit a workbook is of: by its key, else by its exact name in the register; never by likeness."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from sources.keys import KEY, UNIT_KEY
from sources.results.accounts import ResultAccount
from sources.results.headings import INFO_LABELS, INFO_SHEET
from sources.results.known import Known
from sources.results.workbooks.labels import Cells
from sources.vietnamese.normal import match_key

# Three names fit into one sentence; below six tenths names of hospitals are alike for their first words alone.
_NEAREST: Final = 3
_LIKENESS: Final = 0.6
_PLACE: Final = f"trang {INFO_SHEET}"


def find_unit(cells: Cells, known: Known, account: ResultAccount) -> tuple[str, str] | None:
    """Agency and unit; None after a finding for each of them that is missing or unknown."""
    agency, unit = _key(cells, "agency_key"), _key(cells, "unit_key")
    if not known.units:
        return _by_form(agency, unit, cells, account)
    if unit in known.units:
        return _checked(agency, unit, cells, known, account)
    agencies = {found.agency_key for found in known.units.values()}
    owner = agency if agency in agencies else unit.partition("/")[0]
    if owner not in agencies:
        _say_key(account, cells, "agency_key", nearest(agency, {key: key for key in agencies}))
        return None
    name = cells["unit_name"].text if "unit_name" in cells else ""
    named = known.names.get((owner, match_key(name)))
    if named is None or _is_of_another(unit, owner):
        names = {key: _shown(known, of) for (agency_key, key), of in known.names.items() if agency_key == owner}
        _say_key(account, cells, "unit_key", nearest(match_key(name) or match_key(unit.partition("/")[2]), names))
        return None
    account.say("unit_by_name", _place(cells, "unit_key"), value=_as_typed(cells, "unit_key"), name=name, unit=named)
    return owner, named


def nearest(text: str, names: Mapping[str, str]) -> str:
    """The end of a sentence that offers what comes nearest; "" where nothing does. names: what is compared -> shown."""
    keys = get_close_matches(text, sorted(names), n=_NEAREST, cutoff=_LIKENESS)
    shown = list(dict.fromkeys(names[key] for key in keys))
    return f"; gần giống nhất: {', '.join(shown)}" if shown else ""


def _by_form(agency: str, unit: str, cells: Cells, account: ResultAccount) -> tuple[str, str] | None:
    """Without a register the keys are taken as they stand, if they are keys at all."""
    is_agency, is_unit = bool(KEY.fullmatch(agency)), bool(UNIT_KEY.fullmatch(unit))
    if not is_agency:
        _say_key(account, cells, "agency_key", "")
    if not is_unit or (is_agency and not unit.startswith(agency + "/")):
        _say_key(account, cells, "unit_key", f"; đơn vị không thuộc cơ quan “{agency}”" if is_unit else "")
        return None
    return (agency, unit) if is_agency else None


def _checked(agency: str, unit: str, cells: Cells, known: Known, account: ResultAccount) -> tuple[str, str] | None:
    """A unit of the register, unless agency or name say that it is another."""
    found = known.units[unit]
    name = cells["unit_name"].text if "unit_name" in cells else ""
    named = known.names.get((found.agency_key, match_key(name)), unit)
    if named != unit:
        account.say(
            "unit_key_against_name", _place(cells, "unit_key"), value=unit, name=name, named=_shown(known, named)
        )
        return None
    if agency != found.agency_key:
        if any(agency == other.agency_key for other in known.units.values()):
            _say_key(account, cells, "unit_key", f"; đơn vị không thuộc cơ quan “{agency}”")
            return None
        account.say(
            "agency_by_unit", _place(cells, "agency_key"), value=_as_typed(cells, "agency_key"), agency=found.agency_key
        )
    return found.agency_key, unit


def _key(cells: Cells, field: str) -> str:
    """A key as typed, lower case, "" where there is none."""
    cell = cells.get(field)
    return cell.text.casefold() if cell is not None and cell.error is None else ""


def _place(cells: Cells, field: str) -> str:
    return cells[field].place if field in cells else _PLACE


def _as_typed(cells: Cells, field: str) -> str:
    return cells[field].text if field in cells else "trống"


def _is_of_another(unit: str, owner: str) -> bool:
    """A whole key of another agency's unit is no damaged one: beside our unit's name it would have to be guessed."""
    return bool(UNIT_KEY.fullmatch(unit)) and unit.partition("/")[0] != owner


def _shown(known: Known, unit: str) -> str:
    return f"“{known.units[unit].name}” ({unit})" if unit in known.units else unit


def _say_key(account: ResultAccount, cells: Cells, field: str, nearby: str) -> None:
    """A key that is missing or unknown."""
    label = INFO_LABELS[field][0]
    if field in cells:
        account.say(f"unknown_{field}", cells[field].place, value=cells[field].text, label=label, nearest=nearby)
    else:
        account.say(f"missing_{field}", _PLACE, label=label, nearest=nearby)
