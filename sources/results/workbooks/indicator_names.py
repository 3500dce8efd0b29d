"""Which indicator a line of Biểu 1 is of: by its code, else by its exact name in the catalogue; never by likeness."""

import re
from collections.abc import Mapping
from typing import Final

from sources.results.headings import TO_TYPE
from sources.results.known import Known
from sources.results.workbooks.amounts import HeldBackError
from sources.vietnamese.normal import match_key

_CODE: Final = re.compile(r"[a-z][a-z0-9_]*")


def find_code(code: str, name: str, known: Known, names: Mapping[str, str]) -> tuple[str, bool]:
    """The code, and whether it was found by the name. HeldBackError where neither leads to one indicator.

    code, name: as printed, "" where they are missing; names: as names_of gives them. Without a catalogue any code that
    is well-formed is taken.
    """
    # Below the name the form may say what is to be typed.
    name = name.partition(TO_TYPE)[0].strip()
    named = names.get(match_key(name)) if name else None
    if code in known.indicators or (not known.indicators and _CODE.fullmatch(code)):
        if named and named != code:
            raise HeldBackError("code_against_name", value=code, name=name, named=known.name_of(code))
        return code, False
    if named:
        return named, True
    raise HeldBackError("unknown_indicator_code" if code else "missing_indicator_code", value=code)


def names_of(known: Known) -> Mapping[str, str]:
    """Match key of a name -> code; names that two indicators share lead nowhere."""
    found: dict[str, set[str]] = {}
    for indicator in known.indicators.values():
        found.setdefault(match_key(indicator.name), set()).add(indicator.code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
