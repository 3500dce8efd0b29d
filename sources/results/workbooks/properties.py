"""Whose a workbook is that cannot be opened: the properties that the form was issued with, where the archive has them.

The form carries the keys of unit and period among its custom properties, and their names as its title. Names count only
where the register knows exactly one unit by that name and the calendar exactly one such period.
"""

import re
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from openpyxl.xml.functions import fromstring

from sources.guard import SPOILED
from sources.keys import PERIOD_KEY, UNIT_KEY
from sources.results.headings import INFO_LABELS
from sources.results.known import Known
from sources.vietnamese.normal import match_key

_CORE: Final = "docProps/core.xml"
_CUSTOM: Final = "docProps/custom.xml"
# Both parts have some hundred bytes.
_MAX_BYTES: Final = 64 * 1024
_BETWEEN: Final = re.compile(r":\s")


def issued_to(path: Path, known: Known) -> dict[str, str]:
    """agency_key, unit_key and period_key; empty where they are not certain."""
    return _by_keys(_texts(path, _CUSTOM), known) or _by_names(_texts(path, _CORE).get("title", ""), known)


def _by_keys(texts: dict[str, str], known: Known) -> dict[str, str]:
    unit, period = texts.get(INFO_LABELS["unit_key"][0], ""), texts.get(INFO_LABELS["period_key"][0], "")
    agency = unit.partition("/")[0]
    if not UNIT_KEY.fullmatch(unit) or not PERIOD_KEY.fullmatch(period):
        return {}
    if (known.units and unit not in known.units) or (known.windows and known.window(agency, period) is None):
        return {}
    return {"agency_key": agency, "unit_key": unit, "period_key": period}


def _by_names(title: str, known: Known) -> dict[str, str]:
    """Unit and period stand on both sides of a colon; names of units may hold one themselves."""
    splits = [
        (match_key(title[: colon.start()]), match_key(title[colon.end() :])) for colon in _BETWEEN.finditer(title)
    ]
    found = {
        (agency, unit, period)
        for name, period_name in splits
        for (agency, said), unit in known.names.items()
        if said == name
        for (owner, period), window in known.windows.items()
        if owner in (None, agency) and match_key(window.name) == period_name
    }
    if len(found) != 1:
        return {}
    agency, unit, period = found.pop()
    return {"agency_key": agency, "unit_key": unit, "period_key": period}


def _texts(path: Path, part: str) -> dict[str, str]:
    """Texts of a part of properties by name; none where the archive or the part is gone."""
    try:
        with ZipFile(path) as archive, archive.open(part) as stream:
            root = fromstring(stream.read(_MAX_BYTES))
    except SPOILED:
        return {}
    return {
        element.get("name") or str(element.tag).rpartition("}")[2]: "".join(element.itertext()).strip()
        for element in root
    }
