"""Where a table stands: in a part of the body, or in the annex; and what that place says of its rows."""

from bisect import bisect_right
from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.lines import annex_heading
from sources.plans.outline import Outline, Part
from sources.plans.plan_draft import PlanDraft
from sources.plans.tables.rows import Row, TaskDraft
from sources.plans.targets import Place


class TablePlaces:
    """Places of the rows of one plan."""

    def __init__(self, draft: PlanDraft, blocks: Sequence[Block], outline: Outline) -> None:
        index = {id(block): at for at, block in enumerate(blocks)}
        self._draft = draft
        self._annex_start = min(draft.signature.body_end, annex_heading(blocks, draft.heading.body_start))
        self._headings = sorted((index[id(block)], part) for part, block in outline.headings)
        self._starts = [at for at, _ in self._headings]

    def settle(self, task: TaskDraft) -> None:
        """Tell a task which part of the body it stands in."""
        task.part = self._part(task)

    def of_task(self, row: Row, *, has_goal_column: bool) -> Place:
        """Place of the figures in a task's cells."""
        part = self._part(row)
        return self._place(row, part, is_goal=has_goal_column)

    def of_figures(self, row: Row) -> Place:
        """Place of a row of a table of targets: a goal, but where it stands in a part on tasks."""
        part = self._part(row)
        return self._place(row, part, is_goal=part is None or part.role != "tasks")

    def section(self, row: Row) -> str:
        """Section of the part in the body, or "annex II.1.5"."""
        part = self._part(row)
        return row.section if part is None else part.section

    def _place(self, row: Row, part: Part | None, *, is_goal: bool) -> Place:
        return Place(
            section=self.section(row),
            place=row.line.place,
            source="annex" if part is None else "body",
            kind="goal" if is_goal else "commitment",
            years=(part.years if part else None) or self._draft.years,
            area=row.area or (part.area if part else None),
            dimension=part.dimension if part else None,
            is_reform=self._draft.is_reform,
            is_papi=part.is_papi if part else self._draft.kind == "papi_improvement",
        )

    def _part(self, row: Row) -> Part | None:
        """The part of the body that the row stands in; None in the annex."""
        at = row.line.at
        if at >= self._annex_start or not self._starts or at < self._starts[0]:
            return None
        return self._headings[bisect_right(self._starts, at) - 1][1]
