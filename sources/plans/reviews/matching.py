"""Finds the row that a statement speaks of, in the plan as it is read today.

Not by its number, which a better parser shifts: by the words of its clause, then by what tells rows of one clause
apart (figure, section, deadline), then by its place. Nothing is guessed: several rows left, or none, is no row.
"""

from collections.abc import Callable, Iterable, Sequence

from sources.plans.reviews.entries import Entry, clause_key
from sources.plans.reviews.statements import Statement
from sources.vietnamese.normal import match_key

# A clause cut elsewhere than last time still holds most of its words; half of them are another clause's start.
_SHARED_WORDS = 0.6


def find_entry(statement: Statement, entries: Sequence[Entry]) -> Entry | None:
    """The one row meant; None where there is none or more than one."""
    same_kind = [entry for entry in entries if entry.kind.name == statement.kind]
    if statement.kind == "plan":
        return same_kind[0] if same_kind else None
    clause = clause_key(same_kind[0].kind, statement.read) if same_kind else ""
    if not clause:
        return None
    exact = [entry for entry in same_kind if entry.clause == clause]
    if exact:
        return _told_apart(statement, exact)
    near = [entry for entry in same_kind if _is_cut_elsewhere(entry.clause, clause)]
    alike = [entry for entry in near if _is_like(entry, statement, entry.kind.told_apart_by[:1])]
    return _told_apart(statement, alike) if alike else None


def _told_apart(statement: Statement, found: list[Entry]) -> Entry | None:
    """Narrow down step by step; a step that none of them passes says nothing."""
    steps: list[Callable[[Entry], bool]] = [
        *(lambda entry, name=name: _is_like(entry, statement, (name,)) for name in found[0].kind.told_apart_by),
        lambda entry: entry.place == statement.stood,
    ]
    for step in steps:
        if len(found) == 1:
            break
        found = [entry for entry in found if step(entry)] or found
    if len(found) > 1 and {entry.place for entry in found} == {statement.stood}:
        # Twins of one place, such as a document named twice in a paragraph: only their order tells them apart.
        found = [entry for entry in found if entry.number == statement.number]
    return found[0] if len(found) == 1 else None


def _is_like(entry: Entry, statement: Statement, names: Iterable[str]) -> bool:
    """As it was read then, or as it was corrected: a better parser may by now give the corrected figure."""
    return all(
        match_key(entry.read.get(name) or "")
        in {match_key(values.get(name) or "") for values in (statement.read, statement.values) if name in values}
        for name in names
    )


def _is_cut_elsewhere(clause: str, other: str) -> bool:
    shorter, longer = sorted((clause, other), key=len)
    return (
        bool(shorter)
        and f" {shorter} " in f" {longer} "
        and len(shorter.split()) >= _SHARED_WORDS * len(longer.split())
    )
