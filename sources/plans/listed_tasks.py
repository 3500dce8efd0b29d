"""Tasks that stand in lists: an item with its owner, its deadline or its product under it or behind it.

Labels (see labels) make a task of the item that they stand in, else of the item above them, else of the heading.
"""

from dataclasses import dataclass

from sources.plans.labels import LABELLED
from sources.plans.measures import without_last_sign
from sources.plans.outline import Outline, Part
from sources.plans.owners import read_owned
from sources.plans.tables.lines import Line
from sources.plans.tables.rows import Group, TaskDraft

# A product alone makes no task: "Kết quả: ..." also opens reports.
_NEEDED = frozenset({"lead", "deadline"})


@dataclass(slots=True)
class _Open:
    """A task in the making: where it stands, what it says, its labelled cells so far."""

    part: Part
    number: str | None
    text: str
    place: str
    items: list[int]
    cells: dict[str, str]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class ListedTasks:
    """Tasks in reading order; the items that became tasks or parts of tasks, by their position; and the headings that
    are tasks, whose text is no item."""

    tasks: tuple[TaskDraft, ...]
    taken: frozenset[int]
    headings: tuple[TaskDraft, ...]


def read_listed_tasks(outline: Outline) -> ListedTasks:
    """Tasks of the parts on tasks that name an owner or a deadline in labels."""
    places = {id(part): block.place for part, block in outline.headings}
    opened: list[_Open] = []
    last: _Open | None = None
    for position, item in enumerate(outline.items):
        if item.part.role != "tasks":
            last = None
            continue
        labelled = read_owned(item.block.text if item.number is None else item.text)
        if "activity" in labelled.cells and not labelled.rest:
            last = _Open(
                item.part, item.number, labelled.cells["activity"], item.block.place, [position], labelled.cells
            )
            opened.append(last)
            continue
        if labelled.cells and not labelled.rest:
            if last is None or last.part is not item.part:
                last = _of_heading(item.part, places)
                opened.append(last)
            last.items.append(position)
            last.cells = {**labelled.cells, **last.cells}
            continue
        last = _Open(item.part, item.number, labelled.rest, item.block.place, [position], labelled.cells)
        opened.append(last)
    done = [task for task in opened if _NEEDED & set(task.cells)]
    drafts = [(_draft(task), task) for task in done]
    return ListedTasks(
        tuple(draft for draft, _ in drafts),
        frozenset(at for task in done for at in task.items),
        tuple(draft for draft, task in drafts if task.is_heading),
    )


def _of_heading(part: Part, places: dict[int, str]) -> _Open:
    return _Open(part, None, part.title, places.get(id(part), ""), [], {}, is_heading=True)


def _draft(task: _Open) -> TaskDraft:
    cells = {**task.cells, "activity": without_last_sign(task.text)}
    line = Line(cells, task.place, 0, columns=frozenset({"activity", *LABELLED & set(task.cells)}))
    part = task.part
    group = Group(part.section or None, "" if task.is_heading else part.title, part.area)
    return TaskDraft(line, group, None, task.number, None, False, cells["activity"], part=part, is_listed=True)
