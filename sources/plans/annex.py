"""The annex of a plan: task tables made whole, their tasks, and the figures in their cells."""

from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.annex_lines import read_table_lines
from sources.plans.annex_rows import make_whole
from sources.plans.plan_draft import PlanDraft
from sources.plans.remarks import place_text, remark
from sources.plans.targets import Place, read_clauses
from sources.plans.tasks import TaskDraft, read_tasks


def read_annex(draft: PlanDraft, blocks: Sequence[Block]) -> None:
    """Fill in the tasks of all task tables, and the targets and goals in their cells."""
    table = read_table_lines(blocks)
    whole = make_whole(table.lines)
    draft.tasks, remarks = read_tasks(whole.lines)
    draft.remarks.extend([*table.remarks, *whole.remarks, *remarks])
    draft.held += table.unknown_rows + sum(found.kind == "unread_row" for found in remarks)
    draft.ignored += whole.ignored
    has_goal_column = any("goal" in task.line.columns for task in draft.tasks)
    for task in draft.tasks:
        section = task.section
        kind = "goal" if has_goal_column else "commitment"
        at = Place(section, task.line.place, "annex", kind, draft.years, task.area, is_reform=draft.is_reform)  # type: ignore[arg-type]
        if has_goal_column:
            _read_goal_cell(draft, task, at)
        else:
            for text in (task.description, task.line.text("product")):
                draft.take_commitments(read_clauses(text, at), at.section, at.place)


def _read_goal_cell(draft: PlanDraft, task: TaskDraft, at: Place) -> None:
    if task.has_own_goal:
        draft.take_goals(read_clauses(task.line.cells.get("goal", ""), at), at.section, at.place)
    for target in read_clauses(task.description, at).targets:
        draft.remarks.append(remark("figure_in_task_text", place_text(at.section, at.place), target.statement))
