"""Chance that never changes: what could be otherwise hangs on names alone. No random state, no clock."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Final, TypeVar

_T = TypeVar("_T")

# Another seed gives another, equally plausible, agency.
_SEED: Final = "minh-hoa"
# A byte is 0 to 255.
_LAST_BYTE: Final = 255


def lot(*names: object) -> float:
    """A number from 0 to 1 for these names."""
    return sha256("/".join((_SEED, *map(str, names))).encode()).digest()[0] / _LAST_BYTE


def between(span: Sequence[float], *names: object) -> float:
    """A number of the span [low, high]."""
    low, high = span
    return low + (high - low) * lot(*names)


def whole_between(span: Sequence[int], *names: object) -> int:
    """A whole number of the span [low, high], each about as likely as the others."""
    low, high = span
    return min(low + int(lot(*names) * (high - low + 1)), high)


def pick(choices: Sequence[_T], *names: object) -> _T:
    """One of the choices."""
    return choices[whole_between((0, len(choices) - 1), *names)]


def part_of(whole: Decimal | int, share: float) -> Decimal:
    """`share` per cent of `whole`, in whole pieces."""
    return (Decimal(whole) * Decimal(str(share)) / 100).quantize(Decimal(1), ROUND_HALF_UP)
