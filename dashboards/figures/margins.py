"""Room beside a plot for the words of its axes.

Fixed beforehand: where Plotly measures the words itself (automargin) it draws every chart twice.
"""

from collections.abc import Sequence
from decimal import Decimal

# Pixels of a digit and of a line in the template's letters, and between words and plot.
_DIGIT, _LINE, _GAP = 8, 17, 14
# An axis whose ends are nearer than these has figures with one decimal, with two.
_ONE_DECIMAL, _TWO_DECIMALS = 8, Decimal("0.8")


def left_of(ends: Sequence[Decimal | float | int], suffix: str = "") -> int:
    """Room left of an axis of figures between these ends."""
    low, high = float(min(ends)), float(max(ends))
    span = high - low
    decimals = 0 if span >= _ONE_DECIMAL else 2 if span >= _TWO_DECIMALS else 3
    digits = max(len(f"{int(end):,}") for end in (low, high))
    return _GAP + _DIGIT * (digits + decimals + len(suffix))


def below(names: Sequence[str]) -> int:
    """Room below an axis whose marks have these names, lines parted by <br>."""
    return _GAP + _LINE * max((name.count("<br>") + 1 for name in names), default=1)
