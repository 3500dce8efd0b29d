"""What a file in plans/ is: a plan or another letter."""

from sources.documents.blocks import Document
from sources.plans.plan_draft import PlanDraft
from sources.vietnamese.normal import match_key

# A letter names whom it is addressed to on its first page.
_REACH = 20


def is_plan(document: Document, draft: PlanDraft) -> bool:
    """A plan has a title, or at least goals, tasks or measures; a letter (công văn) has an addressee and no title."""
    if draft.heading.title is not None:
        return True
    first = (match_key(line) for block in document.blocks[:_REACH] for line in block.text.split("\n"))
    is_letter = any(line.startswith(match_key("kính gửi")) for line in first)
    return not is_letter and bool(draft.targets or draft.goals or draft.tasks or draft.measures)
