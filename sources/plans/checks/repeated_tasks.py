"""One task in two groups of the annex with two deadlines or two units in the lead."""

from collections.abc import Iterator, Sequence

from sources.plans.deadlines import read_deadline
from sources.plans.remarks import Remark, conflict, place_text
from sources.plans.tables.rows import TaskDraft
from sources.plans.unit_cells import split_units, unit_match_key
from sources.vietnamese.abbreviations import expanded_key

# "Xây dựng kế hoạch" stands in many groups and is another task in each; so many words name one.
_LEAST_WORDS = 6


def conflicting_tasks(tasks: Sequence[TaskDraft], plan_year: int | None) -> Iterator[Remark]:
    """Pairs of rows with the same words in different groups.

    Rows of one group that repeat each other are a series ("Quý I", then "Quý III", or one row a unit); the same task
    in two groups was meant once. Deadlines of different years are a series too.
    """
    first_told: dict[str, TaskDraft] = {}
    for task in tasks:
        key = expanded_key(task.description)
        if len(key.split()) < _LEAST_WORDS:
            continue
        first = first_told.setdefault(key, task)
        if first is task or expanded_key(first.group_title or "") == expanded_key(task.group_title or ""):
            continue
        yield from _compare(first, task, plan_year)


def _compare(first: TaskDraft, second: TaskDraft, plan_year: int | None) -> Iterator[Remark]:
    days = [read_deadline(task.line.text("deadline"), plan_year).due_to for task in (first, second)]
    if days[0] and days[1] and days[0] != days[1] and days[0].year == days[1].year:
        yield _said("thời hạn", "deadline", first, second)
    leads = [{unit_match_key(name) for name in split_units(task.line.cells.get("lead"))} for task in (first, second)]
    if leads[0] and leads[1] and not leads[0] & leads[1]:
        yield _said("cơ quan chủ trì", "lead", first, second)


def _said(what: str, cell: str, first: TaskDraft, second: TaskDraft) -> Remark:
    return conflict(
        f"{what} của nhiệm vụ {first.description}",
        (place_text(first.section, first.line.place), first.line.text(cell)),
        (place_text(second.section, second.line.place), second.line.text(cell)),
    )
