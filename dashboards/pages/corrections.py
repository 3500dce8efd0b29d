"""What people corrected in a plan: by the row they spoke of, and as a list for the page. No words, no reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboards.queries.marts import grouped
from dashboards.row import Row


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing a person said. fields: its rows with a value each; none is listed of a row struck out or added."""

    row: Row
    fields: Sequence[Row] = field(default_factory=list)


def read_otherwise(rows: Sequence[Row]) -> Mapping[Any, list[Row]]:
    """Corrections that stand, by number of the row; None is the plan's own row."""
    return grouped((row for row in rows if row["action"] == "corrected" and row["state"] == "applied"), "row_no")


def said(rows: Sequence[Row]) -> list[Correction]:
    """One entry a line of a review workbook, in the order in which people spoke."""
    lines = grouped(rows, "source_path", "source_place", "action", "reviewer", "reviewed_on")
    return [
        Correction(first, [row for row in lines_of if row["field"]] if first["action"] == "corrected" else [])
        for lines_of in lines.values()
        for first in lines_of[:1]
    ]
