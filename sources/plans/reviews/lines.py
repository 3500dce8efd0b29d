"""One line of a review sheet to what it says: compared with what was written out, in the light of its action."""

from collections.abc import Iterator
from dataclasses import replace

from sources.plans.reviews.entries import label
from sources.plans.reviews.fields import Kind
from sources.plans.reviews.machine import DamagedMachineCellError, Machine, load
from sources.plans.reviews.statements import Action, Said, Statement, Values
from sources.plans.reviews.typed_lines import Line, Outcome, typed_values
from sources.plans.reviews.values import plain
from sources.plans.reviews.words import code_of


def read_line(kind: Kind, line: Line, said: Said, *, is_seen: bool) -> Outcome:
    """What the line says. `said`: who signs the workbook; `is_seen`: the whole sheet was marked as seen."""
    outcome = Outcome()
    try:
        machine = load(str(line.machine.value), tuple(kind.field)) if line.machine else None
    except DamagedMachineCellError:
        outcome.hold("review_machine_lost", line.place, line.place)
        return outcome
    action = code_of("action", line.action.text) if line.action else None
    if line.action and action is None:
        outcome.hold("review_row_unclear", line.action.place, f"thao tác “{line.action.text}”")
        return outcome
    if machine is None and line.code is not None and action != "add":
        # A row of the plan that cannot be told any more; read as a new one, its corrections would be lost unheard.
        outcome.hold("review_machine_lost", line.place, line.place)
        return outcome
    if action == "add" and machine is not None and machine.added is None:
        # A copied line brings the machine's cell of its model along; a line to add on has only its number.
        machine = replace(machine, read={}, standing={}, struck=None) if not any(machine.read.values()) else None
    values = typed_values(kind, line, machine, outcome)
    said = Said(said.reviewer, said.reviewed_on, plain(line.reason.text) if line.reason else None)
    if machine is None or (kind.name != "plan" and not any(machine.read.values())):
        _read_new(kind, line, action, values, machine, said, outcome)
        return outcome
    changed = {name: value for name, value in values.items() if value != machine.shown[name]}
    outcome.statements.extend(_standing(kind, line, machine, action, changed))
    if outcome.is_held:
        return outcome
    _read_known(kind, line, action, values, changed, machine, said, outcome)
    if is_seen and not outcome.is_held and not any(one.said is said for one in outcome.statements):
        outcome.statements.append(_statement(kind, "keep", said, line, machine, values, is_sweeping=True))
    return outcome


def what_stands(kind: Kind, line: Line) -> list[Statement]:
    """What earlier reviews said of a row of which this one says nothing that can be told."""
    try:
        machine = load(str(line.machine.value), tuple(kind.field)) if line.machine else None
    except DamagedMachineCellError:
        return []
    if machine is None:
        return []
    return list(_standing(kind, line, machine, "strike" if machine.struck else None, {}))


def _read_new(
    kind: Kind,
    line: Line,
    action: str | None,
    values: Values,
    machine: Machine | None,
    said: Said,
    outcome: Outcome,
) -> None:
    """A line that nobody wrote out: a row to be added."""
    filled = {name: value for name, value in values.items() if value is not None}
    if outcome.is_held or (line.is_empty and not filled):
        return
    if action not in {None, "add"}:
        outcome.hold("review_row_unclear", line.place, "hàng mới nhưng thao tác không phải “thêm”")
    elif not filled.get(kind.clause):
        outcome.hold("review_row_unclear", line.place, f"hàng thêm để trống “{kind.field[kind.clause].heading}”")
    else:
        number = machine.number if machine else None
        outcome.statements.append(Statement(kind.name, "add", said, line.place, filled, filled, number))


def _standing(kind: Kind, line: Line, machine: Machine, action: str | None, changed: Values) -> Iterator[Statement]:
    """What earlier reviews said and this one leaves as it is: said again, by those who said it."""
    if machine.added:
        yield _statement(kind, "add", machine.added, line, machine, machine.read)
    by: dict[Said, dict[str, str | None]] = {}
    for name, (value, said) in machine.standing.items():
        if name not in changed:
            by.setdefault(said, {})[name] = value
    for said, values in by.items():
        yield _statement(kind, "correct", said, line, machine, values)
    if machine.struck and action == "strike":
        yield _statement(kind, "strike", machine.struck, line, machine, {})


def _read_known(
    kind: Kind,
    line: Line,
    action: str | None,
    values: Values,
    changed: dict[str, str | None],
    machine: Machine,
    said: Said,
    outcome: Outcome,
) -> None:
    """What this review says of a row that was written out."""
    blanked = [kind.field[name].heading for name, value in changed.items() if value is None]
    if kind.name == "plan" and action == "strike":
        changed, action = dict.fromkeys(values, None), "correct"
    if action == "strike":
        if not machine.struck:
            outcome.statements.append(_statement(kind, "strike", said, line, machine, {}))
    elif changed and action == "keep":
        outcome.hold("review_row_unclear", line.place, f"“{label(kind.name, machine.read)}” chọn giữ nhưng có ô đã sửa")
    elif blanked and action != "correct":
        names = ", ".join(blanked)
        outcome.hold("review_row_unclear", line.place, f"ô {names} bị xóa trắng; nếu đúng là để trống, chọn “sửa”")
    elif changed:
        outcome.statements.append(_statement(kind, "correct", said, line, machine, changed))
    elif action == "keep" or (machine.struck and action is None):
        outcome.statements.append(_statement(kind, "keep", said, line, machine, values))
    elif action == "correct" and not machine.standing:
        outcome.hold("review_row_unclear", line.place, "chọn sửa nhưng không có ô nào khác với khi lập bảng")


def _statement(
    kind: Kind, action: Action, said: Said, line: Line, machine: Machine, values: Values, *, is_sweeping: bool = False
) -> Statement:
    return Statement(
        kind.name,
        action,
        said,
        line.place,
        machine.read,
        values,
        machine.number,
        machine.stood,
        is_sweeping,
        machine.shown if action == "correct" and said not in _earlier(machine) else {},
    )


def _earlier(machine: Machine) -> set[Said]:
    return {said for _, said in machine.standing.values()}
