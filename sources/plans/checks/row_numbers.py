"""Numbers of annex rows with levels ("1.4", "1.6") that jump, and numbers of rows and groups that are used twice."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sources.plans.checks.numbering import follows
from sources.plans.remarks import Remark, place_text, remark, twice
from sources.plans.tables.rows import TaskDraft
from sources.vietnamese.abbreviations import expanded_key


def row_numbers(tasks: Sequence[TaskDraft]) -> Iterator[Remark]:
    """Findings in the order of the rows. Jumps of plain numbers are said where the rows are read."""
    numbered = [task for task in tasks if task.number and task.line.text("number")]
    for before, after in pairwise(numbered):
        first, second = before.number or "", after.number or ""
        if "." in second and _list_of(before) == _list_of(after) and not follows(first, second):
            yield remark("lost_page", _place(after), f"từ {first} sang {second}")
    yield from _rows_twice(numbered)
    yield from _groups_twice(tasks)


def _rows_twice(numbered: Sequence[TaskDraft]) -> Iterator[Remark]:
    """The same number again after another one. Neighbours that repeat a number share a merged cell."""
    first: dict[tuple[object, ...], TaskDraft] = {}
    last: TaskDraft | None = None
    for task in numbered:
        key = (*_list_of(task), task.number)
        is_neighbour = last is not None and (*_list_of(last), last.number) == key
        earlier = first.setdefault(key, task)
        if (
            earlier is not task
            and not is_neighbour
            and expanded_key(earlier.goal or "") != expanded_key(task.goal or "-")
        ):
            number = task.number or ""
            yield twice("numbering_repeated", number, (_place(earlier), number), (_place(task), number))
        last = task


def _groups_twice(tasks: Sequence[TaskDraft]) -> Iterator[Remark]:
    """Two groups of other names under one Roman number; a group whose heading is printed again goes on."""
    first: dict[str, TaskDraft] = {}
    for task in tasks:
        number = task.group.number if task.group else None
        if task.group is None or number is None:
            continue
        earlier = first.setdefault(number, task)
        other = earlier.group
        if other is None or other is task.group or expanded_key(other.title) == expanded_key(task.group.title):
            continue
        first[number] = task
        yield twice("numbering_repeated", number, (_place(earlier), other.title), (_place(task), task.group.title))


def _list_of(task: TaskDraft) -> tuple[object, ...]:
    number = task.number or ""
    return id(task.group), id(task.subgroup), number[: number.rfind(".") + 1]


def _place(task: TaskDraft) -> str:
    return place_text(task.section, task.line.place)
