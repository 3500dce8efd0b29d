"""What figures of targets share: the level that a result is held against, the look of a result in its state."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dashboards.row import Row
from dashboards.theme.states import TARGET, UNKNOWN
from dashboards.theme.template import PAPER

# Grey print still tells the tones apart.
_SYMBOLS = {"bad": "square", "warn": "diamond", "good": "circle"}
_OTHER_SYMBOL = "circle-open"


def level(row: Row) -> Decimal | None:
    """The level of a target on the scale of its results; None where the figure printed is a change on a base year."""
    value: Decimal | None = row["target_value"] if "target_value" in row else row["value"]
    is_change = str(row["comparator"]).startswith(("increase", "decrease"))
    if not is_change or value is None:
        return value
    # Some indicators measure the change itself: their results stand on the scale of the figure printed.
    known = row["actual"] is not None and row["gap"] is not None
    return value if known and row["actual"] - row["gap"] == value else None


def levels(row: Row) -> list[Decimal]:
    """The level on that scale, and where a range is asked its other end."""
    asked, end = level(row), row.get("value_max")
    return [
        at for at in (asked, end if row["comparator"] == "between" else None) if asked is not None and at is not None
    ]


def look(status: str | None, size: int) -> Mapping[str, Any]:
    """Colour and shape of a result."""
    state = TARGET.get(status or "", UNKNOWN)
    return {"color": state.colour, "symbol": _SYMBOLS.get(state.tone, _OTHER_SYMBOL), "size": size}


def looks(statuses: list[str | None], size: int) -> Mapping[str, Any]:
    """Looks of the results of one trace."""
    each = [look(status, size) for status in statuses]
    names = ("color", "symbol", "size")
    return {name: [one[name] for one in each] for name in names} | {"line": {"width": 1.5, "color": PAPER}}
