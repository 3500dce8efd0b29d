"""What became of every statement: the rows of plans_corrections, old and new value field by field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.reviews.entries import Entry, label
from sources.plans.reviews.kinds import KIND
from sources.plans.reviews.statements import Statement, Values
from sources.plans.reviews.values import shown
from sources.plans.rows import CorrectionRow

PARSER_VERSION: Final = "reviews/1"
_ACTIONS: Final = {"keep": "confirmed", "correct": "corrected", "strike": "struck_out", "add": "added"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One statement and the row it found; None where it found none. is_outdated: the row reads otherwise by now."""

    file: SourceFile
    statement: Statement
    entry: Entry | None
    is_outdated: bool = False

    @property
    def is_already_read(self) -> bool:
        """A correction or an addition that the parser has meanwhile come to by itself."""
        if self.entry is None or self.entry.struck:
            return False
        if self.statement.action == "add":
            return self.entry.added is None
        values = self.statement.values
        was = {name: self.statement.read.get(name) for name in values}
        return (
            self.statement.action == "correct"
            and values != was
            and all(self.entry.read.get(name) == value for name, value in values.items())
        )

    @property
    def changed_since_kept(self) -> str | None:
        """What a row that was confirmed says otherwise now; None where it says the same."""
        entry, statement = self.entry, self.statement
        if entry is None or statement.action != "keep" or entry.kept is not statement or entry.struck:
            return None
        standing = entry.values
        return next(
            (
                f"{label(entry.kind.name, entry.read)}: {entry.kind.field[name].heading} trước "
                f"“{shown(entry.kind.field[name], value) or 'trống'}”, "
                f"nay “{shown(entry.kind.field[name], standing.get(name)) or 'trống'}”"
                for name, value in statement.values.items()
                if standing.get(name) != value and name not in entry.corrected
            ),
            None,
        )

    def state(self, name: str | None) -> str:
        """applied, already_read, overruled by later words, or without_row."""
        entry, statement = self.entry, self.statement
        if entry is None:
            return "without_row"
        if statement.action == "strike":
            return "applied" if entry.struck is statement else "overruled"
        if statement.action == "keep":
            return "applied" if entry.kept is statement else "without_row" if self.is_outdated else "overruled"
        if self.is_already_read:
            return "already_read"
        if statement.action == "add":
            return "applied" if entry.added is statement and not entry.struck else "overruled"
        change = entry.changes.get(name or "")
        return "applied" if change and change[1] is statement and not entry.struck else "overruled"


def corrections_of(rows: Sequence[RawRow], outcomes: Sequence[Outcome]) -> list[RawRow]:
    """One row a field of a correction, an addition or a row struck out; one a confirmed row."""
    plan_key: Any = next(getattr(row, "plan_key", None) for row in rows)
    found: list[RawRow] = []
    for outcome in outcomes:
        for name, before, after in _fields(outcome):
            found.append(_row(plan_key, len(found) + 1, outcome, name, before, after))
    return found


def _fields(outcome: Outcome) -> Iterator[tuple[str | None, str | None, str | None]]:
    """(field, value as read, value as the person says)."""
    statement = outcome.statement
    read: Values = outcome.entry.read if outcome.entry and statement.action != "add" else statement.read
    if statement.action == "keep":
        yield None, None, None
    elif statement.action == "strike":
        yield from ((name, value, None) for name, value in read.items() if value is not None)
    elif statement.action == "add":
        yield from ((name, None, value) for name, value in statement.values.items() if value is not None)
    else:
        yield from ((name, read.get(name), value) for name, value in statement.values.items())


def _row(
    plan_key: str, number: int, outcome: Outcome, name: str | None, before: str | None, after: str | None
) -> CorrectionRow:
    statement, entry = outcome.statement, outcome.entry
    one = KIND[statement.kind].field[name] if name else None
    return CorrectionRow.model_validate(
        {
            "plan_key": plan_key,
            "correction_no": number,
            "row_kind": statement.kind,
            "row_no": entry.number if entry and statement.kind != "plan" else None,
            "clause": label(statement.kind, statement.read or statement.values) or None,
            "action": _ACTIONS[statement.action],
            "state": outcome.state(name),
            "field": name,
            "value_before": shown(one, before) if one else None,
            "value_after": shown(one, after) if one else None,
            "reviewer": statement.said.reviewer,
            "reviewed_on": statement.said.reviewed_on,
            "reason": statement.said.reason,
            **provenance(outcome.file, statement.place, PARSER_VERSION),
        }
    )
