"""Entries back into the rows of a plan: changed ones with who, when and why, struck ones left out, added ones made."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sources.contract import Provenance, RawRow
from sources.plans.reviews.entries import Entry
from sources.plans.reviews.following import deadline_columns, plan_columns, with_parents, without_lost_parents
from sources.plans.reviews.values import typed
from sources.plans.rows import PlanRow, TaskUnitRow
from sources.plans.unit_cells import is_collective, split_units, unit_match_key

_ROLES: Final = {"lead": "lead_units", "coordinating": "coordinating_units"}
# What a row that a person adds is where the sheet leaves it open: a goal of the body, a bare figure, no deadline.
_DEFAULTS: Final = {
    "section": "",
    "source": "body",
    "kind": "goal",
    "comparator": "eq",
    "deadline_kind": "none",
    "is_strict": False,
    "role": "reference",
}
_ANNEX: Final = "annex"


def rebuilt(rows: Sequence[RawRow], entries: Sequence[Entry]) -> list[RawRow]:
    """All rows of the plan. Numbers stay as they are; rows of kinds that nobody reviews pass through."""
    year = one_year(rows)
    made = {(entry.kind.row_type.table, entry.number): entry for entry in entries}
    tasks = {entry.number: entry for entry in entries if entry.kind.name == "task"}
    found: list[RawRow] = []
    for row in rows:
        entry = made.pop((row.table, _number(row)), None)
        if isinstance(row, TaskUnitRow):
            found.extend([row] if _keeps_units(row, tasks[row.task_no]) else [])
        elif entry is None:
            found.append(row)
        else:
            found.extend(_standing(entry, year))
    for entry in made.values():
        found.extend(_standing(entry, year))
    return without_lost_parents(with_parents(rows, found))


def row_of(entry: Entry, one_year: int | None) -> RawRow:
    """The row as it stands. ValidationError where a value cannot stand in its column."""
    row_type = entry.kind.row_type
    given = entry.values if entry.row is None else {name: value for name, (value, _) in entry.corrected.items()}
    columns = {name: typed(entry.kind.field[name], value) for name, value in given.items()}
    columns |= deadline_columns(given, one_year) | plan_columns(entry.kind, columns)
    if "unit" in columns:
        columns["unit_match_key"] = unit_match_key(columns["unit"]) if columns["unit"] else None
    columns = {name: value for name, value in columns.items() if name in row_type.model_fields}
    if entry.row is not None:
        return row_type.model_validate({**entry.row.model_dump(), **columns, **_review(entry)})
    blank = {name: _DEFAULTS.get(name) for name in row_type.model_fields if name not in Provenance.model_fields}
    columns = {name: value for name, value in columns.items() if value is not None}
    if "source" in blank and str(columns.get("section", "")).casefold().startswith(_ANNEX):
        blank["source"] = "annex"
    named = {"plan_key": entry.plan_key, entry.kind.number: entry.number}
    return row_type.model_validate({**blank, **columns, **named, **_review(entry), **entry.origin})


def _standing(entry: Entry, year: int | None) -> Iterator[RawRow]:
    """The row of an entry and, of a task whose units changed, the rows of its units; nothing where it is struck out."""
    if entry.struck:
        return
    if entry.row is not None and entry.last_said is None:
        yield entry.row
        return
    row = row_of(entry, year)
    yield row
    for role, name in _ROLES.items():
        if name in (entry.corrected if entry.added is None else entry.values):
            yield from _units(entry, role, entry.values.get(name), row)


def _units(entry: Entry, role: str, cell: str | None, row: RawRow) -> Iterator[TaskUnitRow]:
    for position, name in enumerate(split_units(cell), start=1):
        yield TaskUnitRow.model_validate(
            {
                "plan_key": getattr(row, "plan_key", None),
                "task_no": entry.number,
                "role": role,
                "position": position,
                "unit_name": name,
                "unit_match_key": unit_match_key(name),
                "is_collective": is_collective(name),
                **{column: getattr(row, column) for column in Provenance.model_fields},
            }
        )


def _keeps_units(row: TaskUnitRow, task: Entry) -> bool:
    """Whether a unit's row stays: its task was not struck out, nor its cell corrected."""
    return task.struck is None and _ROLES[row.role] not in task.corrected


def _review(entry: Entry) -> dict[str, Any]:
    """The columns that say that a person looked, and what came of it."""
    said = entry.last_said
    state = "added" if entry.added else "corrected" if entry.corrected else "confirmed"
    columns: dict[str, Any] = {
        "review_state": state if said else "none",
        "reviewed_by": said.reviewer if said else None,
        "reviewed_on": said.reviewed_on if said else None,
        "review_reason": said.reason if said else None,
    }
    if said and "is_unconfirmed" in entry.kind.row_type.model_fields:
        columns["is_unconfirmed"] = False
    return columns


def one_year(rows: Sequence[RawRow]) -> int | None:
    """Year of a plan of one year."""
    plan = next((row for row in rows if isinstance(row, PlanRow)), None)
    return plan.period_start if plan and plan.period_start == plan.period_end else None


def _number(row: RawRow) -> str:
    """The number of a row of a kind that is reviewed."""
    for column in ("target_no", "goal_no", "task_no", "measure_no", "duty_no", "citation_no"):
        if hasattr(row, column):
            return str(getattr(row, column))
    return str(getattr(row, "plan_key", ""))
