"""Rows of tables under their groups: tasks with goals carried down, and rows of figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sources.plans.headings import area_of
from sources.plans.numbering import read_number, roman, roman_value
from sources.plans.outline import Part
from sources.plans.remarks import Remark, remark
from sources.plans.tables.lines import Line
from sources.plans.tables.whole_rows import place_of
from sources.vietnamese.normal import fold_spaces


@dataclass(slots=True)
class Group:
    """A heading row of the table: its Roman number (None where not printed), title and reform area."""

    number: str | None
    title: str
    area: str | None


@dataclass(slots=True)
class Row:
    """One row of a table with the groups it stands in; number as printed, or of the row above that it belongs to."""

    line: Line
    group: Group | None
    subgroup: Group | None
    number: str | None

    @property
    def area_code(self) -> str | None:
        """II.1.5: group, sub-group where the number does not hold it, number."""
        parts = [self.group.number if self.group else None]
        number, sub = self.number, self.subgroup.number if self.subgroup else None
        if sub and not (number or "").startswith(sub + "."):
            parts.append(sub)
        parts.append(number)
        return ".".join(part for part in parts if part) or None

    @property
    def section(self) -> str:
        """ "annex II.1.5"."""
        return f"annex {self.area_code or ''}".strip()

    @property
    def group_title(self) -> str | None:
        """Nearest heading above."""
        nearest = self.subgroup or self.group
        return nearest.title or None if nearest else None

    @property
    def area(self) -> str | None:
        """Reform area of the group, else of the sub-group."""
        return next((group.area for group in (self.group, self.subgroup) if group and group.area), None)


@dataclass(slots=True)
class TaskDraft(Row):
    """One task; cells as printed. has_own_goal: the goal cell of this row is filled, not carried from above.

    part: where it stands in the body; None in the annex. is_listed: from a list of the body, not from a table.
    """

    goal: str | None
    has_own_goal: bool
    description: str
    part: Part | None = None
    is_listed: bool = False

    @property
    def section(self) -> str:
        """ "annex II.1.5", or the section of the body."""
        return f"annex {self.area_code or ''}".strip() if self.part is None else self.part.section


@dataclass(frozen=True, slots=True)
class TableRows:
    """Tasks and rows of figures in reading order; a row may be both."""

    tasks: list[TaskDraft]
    figures: list[Row]
    remarks: list[Remark]


@dataclass(slots=True)
class _State:
    group: Group | None = None
    subgroup: Group | None = None
    number: str | None = None
    goal: str | None = None
    groups: list[tuple[Group, Line]] = field(default_factory=list)


def read_table_rows(lines: Sequence[Line]) -> TableRows:
    """Rows in reading order, with findings about rows that say nothing and numbers that jump."""
    state = _State()
    tasks: list[TaskDraft] = []
    figures: list[Row] = []
    remarks: list[Remark] = []
    for line in lines:
        if _read_group_row(line, state):
            continue
        if line.text("group"):
            _enter(state, line.text("group"), line)
        description = line.text("activity")
        if line.text("indicator"):
            inner = read_number(line.text("indicator")) if "number" not in line.columns else None
            state.number = line.text("number").rstrip(".") or (inner.number if inner else state.number)
            figures.append(Row(line, state.group, state.subgroup, state.number))
            if not description:
                continue
        if not description:
            remarks.append(remark("unread_row", place_of(line), " ".join(line.text(name) for name in line.filled())))
            continue
        tasks.append(_task(line, state, description))
    _infer_numbers(state.groups)
    remarks.extend(_jumps(state.groups, tasks))
    return TableRows(tasks, figures, remarks)


def _read_group_row(line: Line, state: _State) -> bool:
    """A row with nothing but a heading: number and title, or a title alone."""
    filled = [name for name in line.filled() if name != "number"]
    if len(filled) > 1 or set(filled) & {"lead", "coordinating", "deadline", "product"}:
        return False
    if any(fold_spaces(figure) for figure, _ in line.values):
        return False
    printed, title = line.text("number"), line.text(filled[0]) if filled else ""
    joined = f"{printed.rstrip('.')}. {title}" if printed and title else printed or title
    if not title and read_number(joined) is None:
        return bool(printed)
    number = read_number(joined)
    if number is None or number.rank <= 1:
        _enter(state, joined, line)
    elif "." in number.number and state.subgroup and number.number.startswith((state.subgroup.number or "?") + "."):
        return False
    else:
        state.subgroup = Group(number.number, number.rest, area_of(number.rest))
        state.number = state.goal = None
    return True


def _enter(state: _State, text: str, line: Line) -> None:
    number = read_number(text)
    is_numbered = number is not None and number.rank <= 1
    group = Group(number.number if is_numbered and number else None, number.rest if number else text, None)
    group.area = area_of(group.title)
    state.group, state.subgroup, state.number, state.goal = group, None, None, None
    state.groups.append((group, line))


def _task(line: Line, state: _State, description: str) -> TaskDraft:
    printed = line.text("number").rstrip(".")
    if not printed and "number" not in line.columns:
        number = read_number(description)
        if number is not None and number.rank >= 2:
            printed, description = number.number, number.rest
    own_goal = line.text("goal")
    if printed:
        state.number, state.goal = printed, own_goal or None
    elif own_goal:
        state.goal = own_goal
    return TaskDraft(line, state.group, state.subgroup, state.number, state.goal, bool(own_goal), description)


def _infer_numbers(groups: Sequence[tuple[Group, Line]]) -> None:
    """A group whose heading was cut by a page end stands right before the next: its number is one less."""
    for (group, _), (follower, _) in pairwise(groups):
        value = roman_value(follower.number or "")
        if group.number is None and value is not None and value > 1:
            group.number = roman(value - 1)


def _jumps(groups: Sequence[tuple[Group, Line]], tasks: Sequence[TaskDraft]) -> list[Remark]:
    found = []
    for (group, _), (follower, line) in pairwise(groups):
        before, after = roman_value(group.number or ""), roman_value(follower.number or "")
        if before and after and after > before + 1:
            found.append(remark("lost_page", place_of(line), f"từ {group.number} sang {follower.number}"))
    last: dict[int, int] = {}
    latest = 0
    for task in tasks:
        if task.number is None or not task.number.isdigit() or task.group is None:
            continue
        key = id(task.subgroup or task.group)
        value, before = int(task.number), last.get(key, 0)
        # Numbers may run on from group to group.
        if value > before + 1 and value != latest + 1:
            title = (task.subgroup or task.group).title
            found.append(remark("lost_page", place_of(task.line), f"“{title}”: từ {before} sang {value}"))
        last[key] = latest = value
    return found
