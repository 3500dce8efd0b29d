"""The tables of a plan, mostly its annex: made whole, their tasks, and the figures in their cells."""

from collections.abc import Sequence

from sources.documents.blocks import Block
from sources.plans.outline import Outline
from sources.plans.plan_draft import PlanDraft
from sources.plans.remarks import place_text, remark
from sources.plans.tables.figure_rows import read_figures
from sources.plans.tables.lines import read_table_lines
from sources.plans.tables.places import TablePlaces
from sources.plans.tables.rows import TaskDraft, read_table_rows
from sources.plans.tables.whole_rows import make_whole
from sources.plans.targets import Place, read_clauses


def read_tables(draft: PlanDraft, blocks: Sequence[Block], outline: Outline) -> None:
    """Fill in the tasks of all tables, and the targets and goals in their cells."""
    table = read_table_lines(blocks, draft.years)
    whole = make_whole(table.lines)
    rows = read_table_rows(whole.lines)
    places = TablePlaces(draft, blocks, outline)
    draft.tasks.extend(rows.tasks)
    draft.remarks.extend([*table.remarks, *whole.remarks, *rows.remarks])
    draft.held += table.unknown_rows + sum(found.kind == "unread_row" for found in rows.remarks)
    draft.ignored += whole.ignored + sum(not row.line.values for row in rows.figures)
    for row in rows.figures:
        draft.take_goals(read_figures(row, places.of_figures(row)), row.section, row.line.place)
    has_goal_column = any("goal" in task.line.columns for task in rows.tasks)
    for task in rows.tasks:
        places.settle(task)
        at = places.of_task(task, has_goal_column=has_goal_column)
        if has_goal_column:
            _read_goal_cell(draft, task, at)
        elif not task.line.values:
            for text in (task.description, task.line.text("product")):
                draft.take_commitments(read_clauses(text, at), at.section, at.place)


def _read_goal_cell(draft: PlanDraft, task: TaskDraft, at: Place) -> None:
    if task.has_own_goal:
        draft.take_goals(read_clauses(task.line.cells.get("goal", ""), at), at.section, at.place)
    for target in read_clauses(task.description, at).targets:
        draft.remarks.append(remark("figure_in_task_text", place_text(at.section, at.place), target.statement))
