"""The figures that a unit reports for a period, from story/figures.yml. Nothing here is drawn by chance."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Any, Final

from sources.results.form import FigureLine
from sources.simulation.story import tell

# Counts of a quarter lie within four per cent of the usual quarter, as they do in quiet years.
_SPREAD_PER_CENT: Final = 4
# Another seed gives another, equally plausible, agency.
_SEED: Final = "minh-hoa"
# Quarters that the window of a period covers: h1 is cumulative, q3 stands alone.
_QUARTERS: Final = {"q1": (0,), "h1": (0, 1), "q3": (2,)}


def figure_lines(unit_name: str, period: str, changes: dict[str, dict[str, Any]]) -> Iterator[FigureLine]:
    """The lines of Biểu 1 of one unit. period: q1, h1 or q3; changes: figures that the unit typed otherwise."""
    for indicator in tell("figures"):
        told = indicator["units"].get(unit_name)
        figures = _figures(indicator["code"], unit_name, told, period) if told else None
        if figures is None:
            continue
        if indicator["code"] in changes:
            figures = {name: Decimal(str(figure)) for name, figure in changes[indicator["code"]].items()}
        yield FigureLine(
            indicator_code=indicator["code"],
            indicator_name=indicator["name"],
            unit_name=indicator["measure"],
            explanation=told.get("explanation"),
            evidence=told.get("evidence"),
            **figures,
        )


def _figures(code: str, unit_name: str, told: dict[str, Any], period: str) -> dict[str, Any] | None:
    """The figures of one line as fields of FigureLine; None where the unit reports nothing on it in this period."""
    if "state" in told:
        state = told["state"].get("always") or told["state"].get(period)
        return {"state": state} if state else None
    if "flow" in told:
        return _flow(code, unit_name, told["flow"], period)
    if "count" in told:
        return {"numerator": Decimal(sum(told["count"][quarter] for quarter in _QUARTERS[period]))}
    if "rate" in told:
        return {"value": Decimal(str(told["rate"][period]))} if period in told["rate"] else None
    level = told["level"]
    if period not in level["share"]:
        return None
    return {
        "numerator": _part(level["whole"], level["share"][period]),
        "denominator": Decimal(level["whole"]),
    }


def _flow(code: str, unit_name: str, flow: dict[str, Any], period: str) -> dict[str, Any]:
    """Counts of the window: the sum of its quarters."""
    wholes = {quarter: _usual(flow["each_quarter"], code, unit_name, quarter) for quarter in _QUARTERS[period]}
    return {
        "numerator": sum((_part(whole, flow["share"][quarter]) for quarter, whole in wholes.items()), Decimal(0)),
        "denominator": Decimal(sum(wholes.values())),
    }


def _usual(each_quarter: int, code: str, unit_name: str, quarter: int) -> int:
    """About as many as in each quarter; how many more or fewer hangs on the names alone."""
    digest = sha256(f"{_SEED}/{code}/{unit_name}/{quarter}".encode()).digest()
    # A byte is 0 to 255; 127.5 lies in the middle.
    return round(each_quarter * (1 + (digest[0] - 127.5) / 127.5 * _SPREAD_PER_CENT / 100))


def _part(whole: int, share: float) -> Decimal:
    """`share` per cent of `whole`, in whole pieces."""
    return (Decimal(whole) * Decimal(str(share)) / 100).quantize(Decimal(1), ROUND_HALF_UP)
