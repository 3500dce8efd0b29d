"""Deadlines of duties outside the years of the plan. Those of annex tasks are said where their cells are read."""

from collections.abc import Iterator, Sequence

from sources.plans.duties import DutyDraft
from sources.plans.remarks import Remark, place_text, remark
from sources.plans.years import Years


def misplaced_deadlines(duties: Sequence[DutyDraft], years: Years) -> Iterator[Remark]:
    """One finding for each duty due before the plan's first year, or more than a year after its last.

    A report on the last year is rightly due in the year that follows.
    """
    for duty in duties:
        due = duty.deadline.due_to
        if due and ((years.first and due.year < years.first) or (years.last and due.year > years.last + 1)):
            yield remark(
                "deadline_outside_plan", place_text(duty.item.section, duty.item.block.place), duty.deadline_text
            )
