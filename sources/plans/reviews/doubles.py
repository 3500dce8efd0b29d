"""Lines that speak of one row: a line copied within a sheet. Alike they are one; unlike, nobody can tell which counts.

A copy that is marked as an addition is a row of its own, and so is each of the blank lines at the foot.
"""

from collections.abc import Iterable, Sequence

from sources.plans.reviews.fields import Kind
from sources.plans.reviews.machine import DamagedMachineCellError, load
from sources.plans.reviews.typed_lines import Line
from sources.plans.reviews.words import code_of


def grouped(kind: Kind, lines: Iterable[Line]) -> list[list[Line]]:
    """The lines by the row they speak of, in the order of the sheet; of lines that say the same, the first alone."""
    groups: dict[object, list[Line]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(_row_of(kind, line) or number, []).append(line)
    return [_unlike(group) for group in groups.values()]


def _row_of(kind: Kind, line: Line) -> str | None:
    """The row of the plan that the line speaks of; None where it speaks of none, or nobody can tell of which."""
    is_addition = line.action is not None and code_of("action", line.action.text) == "add"
    if line.machine is None or is_addition:
        return None
    try:
        machine = load(line.machine.text, tuple(kind.field))
    except DamagedMachineCellError:
        return None
    return line.machine.text if kind.name == "plan" or any(machine.read.values()) else None


def places(lines: Sequence[Line]) -> str:
    """Where the lines stand, for a finding."""
    return " và ".join(line.place for line in lines)


def _unlike(group: list[Line]) -> list[Line]:
    return list({line.typed: line for line in reversed(group)}.values())[::-1]
