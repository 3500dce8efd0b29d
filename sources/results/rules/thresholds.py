"""The numbers that rules compare with, as data: thresholds.csv says for each why it is what it is."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "thresholds.csv"


def _read(path: Path) -> Mapping[tuple[str, str], Decimal]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {(line["kind"], line["name"]): Decimal(line["value"]) for line in csv.DictReader(stream)}


_THRESHOLDS: Final = _read(_FILE)


def threshold(kind: str, name: str) -> Decimal:
    """A number of a rule. KeyError where the file has none."""
    return _THRESHOLDS[kind, name]
