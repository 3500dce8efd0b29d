"""Which indicator of the catalogue a clause speaks of: the most specific rule of indicators.csv that it fulfils.

A rule asks for one concept of every group (all_of), in any order, and for none of none_of. `counted` says what the
figure must count: "100% đơn vị bố trí viên chức" counts units, "100% viên chức của đơn vị" counts persons. Two
indicators with equally specific rules leave the clause without one: a wrong code would join results to a wrong target.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sources.plans.concepts import Hit, find_concepts
from sources.plans.vocabulary import table
from sources.vietnamese.abbreviations import expanded_key

_SHARE = re.compile(r"\d\s*(?:%|phần trăm)")
# "Tỷ lệ hồ sơ ... trên 90% đơn vị": what is measured stands behind these words, not behind the figure.
_MEASURE = re.compile(r"^\W*(?:\d+\W+)?(?:tỷ lệ|tỉ lệ|mức độ|chỉ số)\b", re.IGNORECASE)
# "Số hồ sơ trực tuyến tăng 15%": the growth of a number is no share of anything; "tăng lên 15%" is a level.
_GROWTH = re.compile(
    r"(?<!\w)số(?: lượng)?\s[^,;:%]{0,120}\stăng(?!\s+lên)\s"
    r"|(?<!\w)tăng\s+(?!lên)[^,;:%]{0,40}%\s+(?:tổng )?số\s",
    re.IGNORECASE,
)
# Units that stand for themselves; every other unit of the catalogue counts things, and so must the clause.
_OWN_UNITS = frozenset({"percent", "minutes", "points"})
_OCCASIONS = frozenset({"events", "sessions"})


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    all_of: tuple[frozenset[str], ...]
    none_of: frozenset[str]
    counted: frozenset[str]
    not_counted: frozenset[str]

    def holds(self, found: frozenset[str], counted: frozenset[str]) -> bool:
        return (
            all(group & found for group in self.all_of)
            and not self.none_of & found
            and (not self.counted or bool(self.counted & counted))
            and not self.not_counted & counted
        )

    def weight(self, hits: Iterable[Hit]) -> tuple[int, int]:
        """How specific the rule is for this clause: its groups, then the words that they were found in."""
        wanted = frozenset().union(*self.all_of)
        words = {place for hit in hits if wanted.intersection(hit.concepts) for place in range(hit.start, hit.end)}
        return len(self.all_of), len(words)


@dataclass(frozen=True, slots=True)
class _Kind:
    """also_in: another unit that says the same, as points of a hundred do for a score in percent."""

    area: str
    unit: str
    also_in: str


@cache
def _kinds() -> dict[str, _Kind]:
    return {
        row["indicator_code"]: _Kind(row["reform_area"], row["unit"], row["also_in"])
        for row in table("indicator_kinds")
    }


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            code=row["indicator_code"],
            all_of=tuple(frozenset(group.split("|")) for group in row["all_of"].split()),
            none_of=frozenset(row["none_of"].split()),
            counted=frozenset(name for name in row["counted"].split() if not name.startswith("not_")),
            not_counted=frozenset(
                name.removeprefix("not_") for name in row["counted"].split() if name.startswith("not_")
            ),
        )
        for row in table("indicators")
    )


@cache
def _countable() -> frozenset[str]:
    return frozenset().union(*(rule.counted | rule.not_counted for rule in _rules()))


def indicator_of(statement: str, unit: str) -> str | None:
    """Code of the indicator; only indicators measured in the clause's kind of unit come into question."""
    if unit == "percent" and _GROWTH.search(statement):
        return None
    hits = find_concepts(statement)
    found = frozenset(name for hit in hits for name in hit.concepts)
    counted = _counted(statement, hits)
    best: dict[str, tuple[int, int]] = {}
    for rule in _rules():
        if _measured_in(rule.code, unit) and rule.holds(found, counted):
            best[rule.code] = max(best.get(rule.code, (0, 0)), rule.weight(hits))
    highest = max(best.values(), default=None)
    codes = [code for code, weight in best.items() if weight == highest]
    return codes[0] if len(codes) == 1 else None


def _measured_in(code: str, unit: str) -> bool:
    kind = _kinds()[code]
    wanted = kind.unit
    if wanted in _OWN_UNITS:
        return unit in (wanted, kind.also_in)
    if wanted in _OCCASIONS:
        return unit.startswith(("count", "times", "sessions"))
    return unit.startswith("count") or unit == wanted


def _counted(statement: str, hits: list[Hit]) -> frozenset[str]:
    """Concepts of the thing counted: the first one behind "100%", or the first of all."""
    things = [hit for hit in hits if _countable().intersection(hit.concepts)]
    share = None if _MEASURE.match(statement) else _SHARE.search(statement)
    begin = len(expanded_key(statement[: share.end()]).split()) if share else 0
    first = next((hit for hit in things if hit.start >= begin), things[0] if things else None)
    return frozenset(first.concepts) if first else frozenset()


def area_of_indicator(code: str) -> str:
    """Reform area that the catalogue files the indicator under."""
    return _kinds()[code].area
