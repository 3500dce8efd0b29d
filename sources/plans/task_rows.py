"""Rows of one plan's tasks and of the units named in them, with findings about blank and unknown cells."""

from collections.abc import Iterator
from datetime import date

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.deadlines import read_deadline
from sources.plans.plan_draft import PlanDraft
from sources.plans.plan_row import PARSER_VERSION
from sources.plans.remarks import Remark, place_text, remark
from sources.plans.rows import TaskRow, TaskUnitRow
from sources.plans.tables.rows import TaskDraft
from sources.plans.unit_cells import is_collective, split_units, unit_match_key
from sources.plans.unit_roles import split_roles


def task_rows(draft: PlanDraft, file: SourceFile, plan_key: str) -> tuple[list[RawRow], list[Remark]]:
    """Task and task-unit rows in reading order."""
    rows: list[RawRow] = []
    remarks: list[Remark] = []
    for number, task in enumerate(draft.tasks, start=1):
        task_no = f"A{number:03d}"
        place = place_text(task.section, task.line.place)
        rows.append(_task(draft, task, task_no, place, file, plan_key, remarks))
        rows.extend(_units(task, task_no, place, file, plan_key, remarks))
    return rows, remarks


def _task(
    draft: PlanDraft, task: TaskDraft, task_no: str, place: str, file: SourceFile, plan_key: str, remarks: list[Remark]
) -> TaskRow:
    printed = task.line.text("deadline") or task.line.text("start")
    deadline = read_deadline(printed, draft.one_year)
    if not deadline.is_known:
        remarks.append(remark("unknown_deadline", place, printed))
    elif not printed and "deadline" in task.line.columns:
        remarks.append(remark("deadline_missing", place))
    years = draft.years
    due_year = deadline.due_to.year if deadline.due_to else None
    if due_year and ((years.first and due_year < years.first) or (years.last and due_year > years.last)):
        remarks.append(remark("deadline_outside_plan", place, printed))
    return TaskRow(
        plan_key=plan_key,
        task_no=task_no,
        area_code=task.area_code,
        group_title=task.group_title,
        reform_area=task.area,
        goal=task.goal,
        description=task.description,
        product=task.line.text("product") or None,
        deadline_text=printed or None,
        deadline_kind=deadline.kind,
        due_from=_start(task, draft.one_year) or deadline.due_from,
        due_to=deadline.due_to,
        is_strict=deadline.is_strict,
        **provenance(file, place, PARSER_VERSION),
    )


def _start(task: TaskDraft, plan_year: int | None) -> date | None:
    """The first day by a column of its own: "Bắt đầu: Quý II". A cell over both columns says when, not from when."""
    if not task.line.text("deadline"):
        return None
    start = read_deadline(task.line.text("start"), plan_year)
    return start.due_from or start.due_to


def _units(
    task: TaskDraft, task_no: str, place: str, file: SourceFile, plan_key: str, remarks: list[Remark]
) -> Iterator[RawRow]:
    cells = task.line.cells
    lead, coordinating = split_roles(cells.get("lead", ""), cells.get("coordinating", ""))
    for role, cell in (("lead", lead), ("coordinating", coordinating)):
        names = split_units(cell)
        if role == "lead" and not names and "lead" in task.line.columns:
            remarks.append(remark("lead_missing", place))
        for position, name in enumerate(names, start=1):
            yield TaskUnitRow(
                plan_key=plan_key,
                task_no=task_no,
                role=role,
                position=position,
                unit_name=name,
                unit_match_key=unit_match_key(name),
                is_collective=is_collective(name),
                **provenance(file, place, PARSER_VERSION),
            )
