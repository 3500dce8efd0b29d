"""Agencies, units and periods by the names that people type for them, and what they may have meant."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from sources.keys import PERIOD_KEY
from sources.results.tables.periods import spoken_period
from sources.vietnamese.normal import slug

# Names offered where one is not known.
_NEAREST: Final = 5
# Below this likeness a name says nothing to who mistyped another (difflib's default is 0.6; names share words).
_LIKENESS: Final = 0.5


class UnknownNameError(Exception):
    """An agency, unit or period that the published warehouse does not know. parameter: the option it came in."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def named(rows: Sequence[dict[str, Any]], unit: str) -> dict[str, Any]:
    """The row of a unit by its key, with or without the agency's, its name or its short name, accents or none."""
    wanted = slug(unit.removeprefix(f"{rows[0]['agency_key']}/"))
    for name in (_own_key, _name, _short_name):
        found = [row for row in rows if slug(name(row)) == wanted]
        if len(found) == 1:
            return found[0]
    called = {slug(name(row)): row["unit_name"] for row in rows for name in (_own_key, _short_name, _name)}
    raise UnknownNameError("--unit", f"không có đơn vị «{unit}»; {_nearest(unit, called)}")


def _own_key(row: dict[str, Any]) -> str:
    return str(row["unit_key"].partition("/")[2])


def _name(row: dict[str, Any]) -> str:
    return str(row["unit_name"])


def _short_name(row: dict[str, Any]) -> str:
    return str(row["short_name"] or row["unit_name"])


def spoken(period: str) -> str:
    """The key of a period that is written as a key or in words, as tables may write it; else as typed."""
    key = period.strip().casefold()
    return key if PERIOD_KEY.fullmatch(key) else spoken_period(period) or period


def unknown(names: Mapping[str, Mapping[str, str]], agency: str, period: str) -> UnknownNameError:
    """Which of the two is not known. names: agencies, and the periods of this one, key -> name."""
    if agency not in names["agencies"]:
        return UnknownNameError(
            "--agency", f"không có cơ quan «{agency}»; {_nearest(agency, _shown(names['agencies']))}"
        )
    if not names["periods"]:
        return UnknownNameError("--agency", f"cơ quan «{agency}» chưa có đơn vị nào để lập biểu")
    return UnknownNameError("--period", f"không có kỳ «{period}»; {_nearest(period, _shown(names['periods']))}")


def _nearest(name: str, called: Mapping[str, str]) -> str:
    """What may have been meant: names by how they are spelled without accents; the first ones where none is near."""
    found = get_close_matches(slug(name), list(called), _NEAREST, _LIKENESS) or sorted(called)[:_NEAREST]
    return f"gần nhất: {'; '.join(dict.fromkeys(called[spelling] for spelling in found))}"


def _shown(names: Mapping[str, str]) -> dict[str, str]:
    """Keys and names, each as it is offered: with the other beside it."""
    offered = {key: f"{key} ({name})" for key, name in names.items()}
    return {
        **{slug(name): offered[key] for key, name in names.items()},
        **{slug(key): words for key, words in offered.items()},
    }
