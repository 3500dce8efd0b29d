"""What kind of plan a title announces."""

from sources.plans.vocabulary import holds, table
from sources.plans.years import Years
from sources.vietnamese.abbreviations import expanded_key


def plan_kind_of(title: str | None, years: Years) -> str | None:
    """By the key phrases of the lexicon, else by the years. None where the title says neither."""
    key = expanded_key(title or "")
    for row in table("plan_kinds"):
        if holds(key, expanded_key(row["phrase"])):
            return row["plan_kind"]
    if years.first is None:
        return "multi_year" if years.last is not None else None
    return "annual" if years.first == years.last else "multi_year"
