"""All checks of one plan, in the order in which a clerk would say them."""

from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.checks.annexes import missing_annexes
from sources.plans.checks.broken_text import broken_text
from sources.plans.checks.dates import blank_documents, impossible_dates, later_documents
from sources.plans.checks.deadlines import misplaced_deadlines
from sources.plans.checks.documents import conflicting_dates, conflicting_numbers, conflicting_own_number
from sources.plans.checks.figures import conflicting_figures
from sources.plans.checks.measures import conflicting_measures
from sources.plans.checks.numbering import body_numbers
from sources.plans.checks.passages import repeated_passages
from sources.plans.checks.repeated_tasks import conflicting_tasks
from sources.plans.checks.row_numbers import row_numbers
from sources.plans.checks.sums import conflicting_sums
from sources.plans.outline import Outline
from sources.plans.plan_draft import PlanDraft
from sources.plans.remarks import Remark


def check(draft: PlanDraft, blocks: Sequence[Block], outline: Outline) -> list[Remark]:
    """Contradictions, then what is missing or printed twice, then dates, then broken text."""
    heading = draft.heading
    return [
        *conflicting_figures(draft.targets),
        *conflicting_measures(draft.targets),
        *conflicting_dates(draft.mentions),
        *conflicting_numbers(blocks),
        *conflicting_own_number(heading, blocks),
        *conflicting_tasks(draft.tasks, draft.one_year),
        *conflicting_sums(blocks),
        *body_numbers(outline, blocks),
        *row_numbers(draft.tasks),
        *missing_annexes(blocks, draft.signature.body_end),
        *repeated_passages(blocks),
        *misplaced_deadlines(draft.duties, draft.years),
        *impossible_dates(blocks),
        *later_documents(draft.mentions, heading.issued_date),
        *blank_documents(blocks, heading.body_start),
        *broken_text(blocks, draft.targets),
    ]
