"""How an indicator of a unit runs through a year: told for the unit itself, or by the rule of its kind of unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from sources.results.template.form import Entry
from sources.simulation.agency import Unit
from sources.simulation.chance import between, lot, part_of, whole_between

# Counts of a quarter lie within four per cent of the usual quarter, as they do in quiet years.
_SPREAD: Final = (0.96, 1.04)
# Quarters that the window of a period covers, and those of the year before it: h1 is cumulative, q3 stands alone.
_QUARTERS: Final = {"q1": (0,), "h1": (0, 1), "q3": (2,), "annual": (0, 1, 2, 3)}
# Who reports each half-year has said nothing of single quarters before.
_BEFORE: Final = {"q1": (), "h1": (0,), "q3": (0, 1), "annual": (0, 1, 2)}
_BEFORE_HALF_YEARLY: Final = {"h1": (), "annual": (0, 1)}
# Figures told one by one are those of 2026; other years lie `gain` behind.
_TOLD_YEAR: Final = 2026
# How far something that is done over the year has come, and how little something steady moves, in points.
_PATHS: Final[Mapping[str, Mapping[str, tuple[float, float]]]] = {
    "rising": {"q1": (0.2, 0), "h1": (0.5, 0), "q3": (0.76, 0), "annual": (1, 0)},
    "steady": {"q1": (1, -0.6), "h1": (1, -0.3), "q3": (1, 0), "annual": (1, 0.2)},
}
# Points by which a share of a flow gets better from quarter to quarter.
_DRIFT: Final = 0.3


@dataclass(frozen=True, slots=True)
class Course:
    """One of three: state (by part of the year, or always), quarters (part and whole of each), at (fields by part)."""

    state: Mapping[str, str] = field(default_factory=dict)
    quarters: tuple[tuple[Decimal, Decimal | None], ...] = ()
    at: Mapping[str, dict[str, Decimal]] = field(default_factory=dict)
    entry: Entry = "counts"
    explanation: str | None = None
    evidence: str | None = None

    @property
    def is_additive(self) -> bool:
        """Its windows add up over the year."""
        return bool(self.quarters)

    def figures(self, part: str) -> dict[str, Any] | None:
        """Fields of the line; None where the unit reports nothing on it in this part of the year."""
        if self.state:
            state = self.state.get("always") or self.state.get(part)
            return {"state": state} if state else None
        if not self.quarters:
            return dict(self.at[part]) if part in self.at else None
        covered = [self.quarters[quarter] for quarter in _QUARTERS[part]]
        wholes = [whole for _, whole in covered if whole is not None]
        figures = {"numerator": sum((reached for reached, _ in covered), Decimal(0))}
        return {**figures, "denominator": sum(wholes, Decimal(0))} if wholes else figures

    def before(self, part: str, *, is_quarterly: bool) -> Decimal | None:
        """The year to date up to the report before, of what adds up."""
        before = _BEFORE[part] if is_quarterly else _BEFORE_HALF_YEARLY[part]
        covered = [self.quarters[quarter][0] for quarter in before] if self.quarters else []
        return sum(covered, Decimal(0)) if covered else None


def course_of(indicator: dict[str, Any], unit: Unit, year: int) -> Course | None:
    """The course of an indicator of story/figures.yml; None where the unit has nothing to do with it."""
    told = indicator["units"].get(unit.name) or indicator.get("kinds", {}).get(unit.kind)
    if told is None:
        return None
    names = (indicator["code"], unit.name) if year == _TOLD_YEAR else (indicator["code"], unit.name, year)
    gain = 0 if year == _TOLD_YEAR else indicator["gain"]
    words = {"explanation": told.get("explanation"), "evidence": told.get("evidence")}
    if "state" in told:
        return Course(state=told["state"], **words)
    if lot("nothing", *names) * 100 < told.get("nothing", 0):
        return Course(state={"always": "nothing_arose"}, **words)
    if "flow" in told:
        return Course(quarters=_flow(told["flow"], names, gain), **words)
    if "count" in told:
        return Course(quarters=_counts(told, names, year), entry="figure", **words)
    if "stock" in told:
        return Course(
            at={part: {"numerator": Decimal(n)} for part, n in told["stock"].items()}, entry="figure", **words
        )
    if "rate" in told:
        return Course(at=_rates(told["rate"], names, gain), entry="rate", **words)
    return Course(at=_levels(told["level"], names, gain), **words)


def _flow(flow: dict[str, Any], names: tuple[object, ...], gain: float) -> tuple[tuple[Decimal, Decimal], ...]:
    """Part and whole of the four quarters."""
    usual, shares = flow["each_quarter"], flow["share"]
    if isinstance(usual, list):
        # Neither size nor standing of a unit leaps from year to year.
        usual = whole_between(usual, "usual", *names[:2])
        base = between(shares, "share", *names[:2])
        shares = [base + _DRIFT * quarter if base < 100 else base for quarter in range(4)]
    quarters = []
    for quarter, share in enumerate([*shares, shares[-1]][:4]):
        whole = round(usual * between(_SPREAD, *names, quarter))
        quarters.append((part_of(whole, _percent(share - gain)), Decimal(whole)))
    return tuple(quarters)


def _counts(told: dict[str, Any], names: tuple[object, ...], year: int) -> tuple[tuple[Decimal, None], ...]:
    counts = told.get(f"count_{year}", told["count"])
    if len(counts) == len(("low", "high")):
        counts = [whole_between(counts, *names, quarter) for quarter in range(4)]
    return tuple((Decimal(count), None) for count in [*counts, counts[-1]][:4])


def _rates(rates: Any, names: tuple[object, ...], gain: float) -> dict[str, dict[str, Decimal]]:
    if isinstance(rates, list):
        base = between(rates, *names[:2])
        rates = {part: base - _DRIFT * step for step, part in enumerate(_QUARTERS)}
    rates = {"annual": rates["q3"], **rates}
    return {part: {"value": Decimal(str(round(rate - gain, 1)))} for part, rate in rates.items()}


def _levels(level: dict[str, Any], names: tuple[object, ...], gain: float) -> dict[str, dict[str, Decimal]]:
    whole, shares = level["whole"], level["share"]
    if isinstance(whole, list):
        whole = whole_between(whole, "whole", *names[:2])
        end = between(shares, "share", *names[:2])
        shares = {part: end * times + points for part, (times, points) in _PATHS[level["path"]].items()}
    elif "annual" not in shares and "q3" in shares:
        # Told to the end of September; the last quarter goes on at half the pace.
        shares = {**shares, "annual": shares["q3"] + (shares["q3"] - shares["h1"]) / 2}
    return {
        part: {"numerator": part_of(whole, _percent(share - gain)), "denominator": Decimal(whole)}
        for part, share in shares.items()
    }


def _percent(share: float) -> float:
    """A share between nothing and all, to a tenth of a point."""
    return round(min(max(share, 0), 100), 1)
