"""What is to be read for one plan, and what came of it."""

from dataclasses import dataclass

from sources.contract import RawRow, SourceFile
from sources.plans.reviews.entries import Entry
from sources.plans.reviews.statements import Review


@dataclass(frozen=True, slots=True)
class Job:
    """A plan with the .yml beside it and the reviews that speak of it."""

    file: SourceFile
    correction: SourceFile | None = None
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFile:
    """Rows of all tables for one plan file. entries: what a person may review; none where it cannot be read."""

    rows: list[RawRow]
    entries: tuple[Entry, ...] = ()
