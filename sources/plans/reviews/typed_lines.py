"""One line of a review sheet as typed: its cells, the values in them, and what could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sources.plans.remarks import Remark, remark
from sources.plans.reviews.cells import UnreadableCellError, read_cell
from sources.plans.reviews.fields import Field, Kind
from sources.plans.reviews.machine import Machine
from sources.plans.reviews.statements import Statement
from sources.plans.reviews.values import shown
from sources.spreadsheet import Typed


@dataclass(frozen=True, slots=True)
class Line:
    """One line as typed. cells: by field, for the columns that are still there; place: sheet and row; code: what the
    workbook calls the row."""

    place: str
    cells: Mapping[str, Typed | None]
    action: Typed | None
    reason: Typed | None
    machine: Typed | None
    code: Typed | None = None

    @property
    def typed(self) -> tuple[object, ...]:
        """What people filled in, to compare two lines by."""
        cells = (*sorted(self.cells.items()), ("", self.action))
        return tuple((name, cell.text if cell else None, cell.is_percent if cell else None) for name, cell in cells)

    @property
    def is_empty(self) -> bool:
        """Nothing stands in any cell that people fill in."""
        return self.action is None and not any(self.cells.values())


@dataclass(slots=True)
class Outcome:
    """What a line says. is_held: it has content that could not be taken."""

    statements: list[Statement] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    is_held: bool = False

    def hold(self, kind: str, place: str, value: str) -> None:
        """Leave the line out, with its finding."""
        self.is_held = True
        self.remarks.append(remark(kind, place, value))


def typed_values(kind: Kind, line: Line, machine: Machine | None, outcome: Outcome) -> dict[str, str | None]:
    """Plain values of all fields; a column that is gone says nothing."""
    before = machine.shown if machine else {}
    values: dict[str, str | None] = {}
    for name, cell in line.cells.items():
        was = before.get(name)
        one = kind.field[name]
        if cell is not None and cell.error is None and was is not None and cell.text == shown(one, was):
            values[name] = was
            continue
        try:
            values[name] = read_cell(one, cell)
        except UnreadableCellError as error:
            outcome.hold("review_cell_unreadable", cell.place if cell else line.place, _named(one, cell, error))
    return values


def _named(one: Field, cell: Typed | None, error: UnreadableCellError) -> str:
    return f"{cell.place if cell else ''} ({one.heading}) ghi “{cell.text if cell else ''}”: {error}"
