"""What kind of plan a title announces."""

from sources.plans.vocabulary import holds, table
from sources.plans.years import Years
from sources.vietnamese.abbreviations import expanded_key

_INDICES = (
    ("papi", expanded_key("hiệu quả quản trị và hành chính công")),
    ("par index", expanded_key("chỉ số cải cách hành chính")),
    ("sipas", expanded_key("chỉ số hài lòng")),
)


def plan_kind_of(title: str | None, years: Years) -> str | None:
    """By the key phrases of the lexicon, else by the years. None where the title says neither."""
    key = expanded_key(title or "")
    if sum(any(holds(key, phrase) for phrase in phrases) for phrases in _INDICES) > 1:
        return "index_improvement"  # PAPI beside PAR INDEX or SIPAS: a plan on all of them
    for row in table("plan_kinds"):
        if holds(key, expanded_key(row["phrase"])):
            return row["plan_kind"]
    if years.first is None:
        return "multi_year" if years.last is not None else None
    return "annual" if years.first == years.last else "multi_year"
