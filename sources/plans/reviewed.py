"""One plan as it stands: read from its document, completed by the .yml beside it, corrected by its reviews."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.contract import RawRow, SourceFile
from sources.documents.blocks import Document
from sources.plans.checks.completeness import completeness
from sources.plans.content_rows import content_rows
from sources.plans.corrections import Corrections
from sources.plans.plan import read_plan
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_row import plan_row
from sources.plans.remarks import Remark, remark
from sources.plans.reviews.application import Applied, apply
from sources.plans.reviews.entries import corrected_plan
from sources.plans.reviews.settling import unanswered
from sources.plans.reviews.statements import Review
from sources.plans.rows import PlanRow
from sources.plans.scans import marked, scan_remarks
from sources.plans.task_rows import task_rows


@dataclass(frozen=True, slots=True)
class ReviewedPlan:
    """draft: what the reader found; applied: the rows after the reviews; remarks: findings that still stand."""

    draft: PlanDraft
    applied: Applied
    remarks: list[Remark]


def read_reviewed(
    document: Document, file: SourceFile, plan_key: str, corrections: Corrections, reviews: Sequence[Review]
) -> ReviewedPlan:
    """Read the plan and apply its reviews.

    The rest of a plan is read in the light of its own fields: a year that a person gives is the year of its deadlines.
    Where a review corrects such a field, the document is read once more with it; the plan's own row stays as it was
    first read, so that the page shows what was read and what it was corrected to.
    """
    draft, rows, remarks = _read(document, file, plan_key, corrections)
    applied = apply(rows, reviews)
    given = corrected_plan(applied.entries)
    if given:
        own = [row for row in rows if isinstance(row, PlanRow)]
        draft, again, remarks = _read(document, file, plan_key, corrections.completed(given))
        applied = apply([*own, *(row for row in again if not isinstance(row, PlanRow))], reviews)
    is_unconfirmed = any(getattr(row, "is_unconfirmed", False) for row in applied.rows)
    return ReviewedPlan(draft, applied, unanswered(remarks, applied.entries, is_unconfirmed=is_unconfirmed))


def _read(
    document: Document, file: SourceFile, plan_key: str, corrections: Corrections
) -> tuple[PlanDraft, list[RawRow], list[Remark]]:
    draft = read_plan(document, corrections)
    tasks, remarks = task_rows(draft, file, plan_key)
    rows = [plan_row(draft, file, plan_key, corrections), *content_rows(draft, file, plan_key), *tasks]
    notes = [remark(note.kind, note.place, note.value) for note in document.notes]
    found = [*notes, *scan_remarks(document), *completeness(draft), *draft.remarks, *remarks]
    return draft, marked(rows, document), found
