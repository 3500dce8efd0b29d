"""Issues the review workbook of a plan file: what the night would read of it, for a person to look through."""

from dataclasses import dataclass
from pathlib import Path

from sources.plans.extract import look_at
from sources.plans.reviews.entries import Entry
from sources.plans.reviews.kinds import KINDS, PLAN
from sources.plans.reviews.lost_sheet import lost_of
from sources.plans.reviews.workbook import Subject, write
from sources.plans.rows import CorrectionRow


class UnreadablePlanError(ValueError):
    """The plan cannot be read, so that there is nothing to review. Its text says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Reviewable:
    """A plan with everything read of it. lost: what earlier reviews said of rows that are gone."""

    subject: Subject
    entries: tuple[Entry, ...]
    lost: tuple[CorrectionRow, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Rows by name of sheet, without those struck out."""
        return {
            kind.sheet: sum(entry.kind == kind and entry.struck is None for entry in self.entries) for kind in KINDS
        }

    def issue(self, out: Path) -> None:
        """Write the workbook to `out`. OSError where that is not possible."""
        write(self.subject, self.entries, out, self.lost)


def look_through(path: Path) -> Reviewable:
    """The plan at `path`. UnreadablePlanError.

    Reviews that lie beside the plan are in it already: a later workbook begins where the earlier ones ended.
    """
    found = look_at(path)
    if not found.entries:
        raise UnreadablePlanError(" ".join(str(getattr(row, "message", "")) for row in found.rows).strip())
    plan = next(entry for entry in found.entries if entry.kind == PLAN)
    own = plan.values
    subject = Subject(plan.number, path.name, own["agency"], own["title"], own["number"])
    return Reviewable(subject, found.entries, tuple(lost_of(found.rows)))
