"""Which indicator of the catalogue a clause speaks of: the longest of the indicators' phrases found in it decides."""

from functools import cache

from sources.plans.vocabulary import holds, phrases, table
from sources.vietnamese.abbreviations import expanded_key


@cache
def _kinds() -> dict[str, tuple[str, bool]]:
    return {row["indicator_code"]: (row["reform_area"], row["is_percent"] == "yes") for row in table("indicator_kinds")}


def indicator_of(statement: str, unit: str) -> str | None:
    """Code of the indicator; only indicators measured in the clause's kind of unit come into question."""
    key = expanded_key(statement)
    is_percent = unit == "percent"
    for phrase, code in phrases("indicators", "indicator_code", "phrase"):
        if _kinds()[code][1] is is_percent and holds(key, phrase):
            return code
    return None


def area_of_indicator(code: str) -> str:
    """Reform area that the catalogue files the indicator under."""
    return _kinds()[code][0]
