"""Rows of one plan as a review sees them: every kind alike, values in their plain form, what is said of each.

An entry is made from a row as read, or by a statement that adds one; the statements then change it in their order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sources.contract import RawRow
from sources.plans.reviews.fields import Kind
from sources.plans.reviews.kinds import KIND, KINDS, PLAN
from sources.plans.reviews.statements import Said, Statement, Values
from sources.plans.reviews.values import plain, typed
from sources.plans.rows import TaskUnitRow
from sources.vietnamese.normal import match_key

_TABLES = {kind.row_type.table: kind for kind in (PLAN, *KINDS)}
_ROLES = {"lead": "lead_units", "coordinating": "coordinating_units"}
_YML_NAMES = {"replaces_plan_key": "replaces"}
# Numbers from here on are those of rows that people add: they never shift the numbers of rows read, and no plan comes
# near nine hundred of a kind.
FIRST_ADDED = 901


@dataclass(slots=True)
class Entry:
    """One row. changes: field -> value and the statement that gave it; added: the statement that added the row;
    row: as read, None of an added one; origin: provenance of an added one."""

    kind: Kind
    number: str
    read: Values
    place: str
    changes: dict[str, tuple[str | None, Statement]] = field(default_factory=dict)
    struck: Statement | None = None
    kept: Statement | None = None
    added: Statement | None = None
    row: RawRow | None = None
    plan_key: str = ""
    origin: Mapping[str, Any] = field(default_factory=dict)
    clause: str = field(init=False)

    def __post_init__(self) -> None:
        """The words that the row is found again by, worked out once."""
        self.clause = clause_key(self.kind, self.read)

    @property
    def values(self) -> dict[str, str | None]:
        """The values as they stand after what was said so far."""
        return {**self.read, **{name: value for name, (value, _) in self.changes.items()}}

    @property
    def corrected(self) -> dict[str, tuple[str | None, Statement]]:
        """Changes that change something: the parser may by now read what a person once corrected."""
        return {name: change for name, change in self.changes.items() if change[0] != self.read.get(name)}

    @property
    def last_said(self) -> Said | None:
        """Who spoke last of what the row now is."""
        said = [statement.said for _, statement in self.corrected.values()]
        said.extend(statement.said for statement in (self.added, self.struck, self.kept) if statement)
        return max(said, key=lambda one: one.reviewed_on, default=None)


def clause_key(kind: Kind, values: Values) -> str:
    """The match key of the field that a row is found by."""
    return match_key(values.get(kind.clause) or "")


def entries_of(rows: Iterable[RawRow]) -> list[Entry]:
    """The entries of a plan's rows, in their order; findings, files and parents are none."""
    rows = list(rows)
    units = _units(row for row in rows if isinstance(row, TaskUnitRow))
    return [_entry(_TABLES[row.table], row, units) for row in rows if row.table in _TABLES]


def _entry(kind: Kind, row: RawRow, units: Mapping[str, Mapping[str, str]]) -> Entry:
    number = str(getattr(row, kind.number))
    named = units.get(number, {}) if kind.name == "task" else {}
    read = {field.name: plain(named.get(field.name) or getattr(row, field.name, None)) for field in kind.fields}
    return Entry(kind, number, read, row.source_place, row=row)


def _units(rows: Iterable[TaskUnitRow]) -> dict[str, dict[str, str]]:
    """task_no -> field -> names parted by semicolons."""
    named: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: row.position):
        cell = named.setdefault(row.task_no, {})
        field_name = _ROLES[row.role]
        cell[field_name] = f"{cell[field_name]}; {row.unit_name}" if field_name in cell else row.unit_name
    return named


def label(kind: str, values: Values) -> str:
    """A row by its clause, for a finding: short enough to read."""
    text = values.get(KIND[kind].clause) or ""
    return text if len(text) <= 160 else text[:159] + "…"


def corrected_plan(entries: Iterable[Entry]) -> dict[str, Any]:
    """The plan's own fields as people corrected them, by the names that the .yml beside a plan has for them."""
    own = next((entry for entry in entries if entry.kind == PLAN), None)
    if own is None:
        return {}
    return {_YML_NAMES.get(name, name): typed(PLAN.field[name], value) for name, (value, _) in own.corrected.items()}
