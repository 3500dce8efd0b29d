"""Findings about what a plan leaves out: blanks in the heading block, goals, tasks, indicators."""

from sources.plans.plan_draft import PlanDraft
from sources.plans.remarks import Remark, place_text, remark

_TOP = "phần đầu văn bản"
_WHOLE = "toàn bộ văn bản"
# An ISO date with its day.
_FULL_DATE = 10


def completeness(draft: PlanDraft) -> list[Remark]:
    """Findings in the order of the document: heading block, goals, tasks."""
    heading = draft.heading
    found = []
    if heading.title is None:
        found.append(remark("title_missing", _TOP))
    if heading.agency is None:
        found.append(remark("agency_missing", _TOP))
    if heading.number is None:
        found.append(remark("number_missing", _TOP, heading.number_as_printed))
    if heading.issued_date is None or len(heading.issued_date) < _FULL_DATE:
        found.append(remark("date_missing", _TOP, heading.issued_date))
    if heading.title is not None and draft.years.first is None and draft.years.last is None:
        found.append(remark("period_missing", _TOP, heading.title))
    if draft.signature.signer is None:
        found.append(remark("signer_missing", "phần ký"))
    if not draft.targets and not draft.goals:
        found.append(remark("plan_without_goals", _WHOLE))
    # An annex that is announced and missing says why there are none.
    if not draft.tasks and all(found.kind != "annex_missing" for found in draft.remarks):
        found.append(remark("plan_without_tasks", _WHOLE))
    for target in draft.targets:
        if target.indicator is None:
            found.append(remark("no_indicator", place_text(target.at.section, target.at.place), target.statement))
    return found
