"""Words of the form that come from the catalogue and from plans: units of measure, what an indicator counts."""

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Final

from sources.results.headings import FIGURE_COLUMNS

# A note longer than this is not read; five clauses are more than one indicator mostly has.
_CLAUSE: Final = 220
_CLAUSES: Final = 5


def measure(unit: str) -> str:
    """Vietnamese word of a unit of measure of the catalogue; the code itself where it has none yet."""
    return _measures().get(unit, unit)


def plain(field: str) -> str:
    """A column of Biểu 1 as sentences name it: its heading without what stands in brackets."""
    return FIGURE_COLUMNS[field][0].partition(" (")[0]


def mean(entry: str, unit: str, numerator: str | None, denominator: str | None) -> str | None:
    """What is typed for a mean, where the clerk has the mean at hand and the form wants what it is made of."""
    if entry != "counts" or unit == "percent" or not numerator or not denominator:
        return None
    return f"{numerator}; mẫu số: {denominator}"


def definition(
    numerator: str | None, denominator: str | None, targets: Sequence[str], previous_to: date | None = None
) -> str | None:
    """The note of an indicator: what is counted, what the plans ask for, up to which day the figure before reaches."""
    lines: list[str] = []
    if numerator:
        lines.append(f"{'Số đạt' if denominator else 'Số liệu'}: {numerator}.")
    if denominator:
        lines.append(f"Mẫu số: {denominator}.")
    if targets:
        lines += [
            "Mức kế hoạch giao:",
            *(f"- {shorten(target, _CLAUSE, placeholder=' …')}" for target in targets[:_CLAUSES]),
        ]
    if previous_to:
        lines.append(f"Kỳ trước: lũy kế đến hết ngày {previous_to:%d/%m/%Y}.")
    return "\n".join(lines) or None


@cache
def _measures() -> dict[str, str]:
    with Path(__file__).with_name("measures.csv").open(encoding="utf-8", newline="") as stream:
        return {row["unit"]: row["word"] for row in csv.DictReader(stream)}
