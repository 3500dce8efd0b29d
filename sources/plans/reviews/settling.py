"""Findings that a person has answered: what was missing is given, what was doubtful is struck out or confirmed."""

from collections.abc import Iterable, Sequence

from sources.plans.remarks import Remark
from sources.plans.reviews.entries import Entry
from sources.vietnamese.normal import match_key

# kind of finding -> the kind of row it speaks of, and the field that answers it.
_ANSWERED_BY = {
    "no_indicator": ("target", "indicator_code"),
    "deadline_missing": ("task", "deadline_text"),
    "unknown_deadline": ("task", "deadline_text"),
    "lead_missing": ("task", "lead_units"),
}
_FIGURE = ("comparator", "value", "value_max", "unit")


def unanswered(remarks: Iterable[Remark], entries: Sequence[Entry], *, is_unconfirmed: bool) -> list[Remark]:
    """The findings that still stand. `is_unconfirmed`: some row of the plan still waits for a person's word."""
    return [
        found
        for found in remarks
        if not (_is_given(found, entries) or _is_settled(found, entries))
        and (is_unconfirmed or found.kind != "scan_unconfirmed")
    ]


def _is_given(found: Remark, entries: Sequence[Entry]) -> bool:
    if found.kind not in _ANSWERED_BY:
        return False
    kind, name = _ANSWERED_BY[found.kind]
    meant = [entry for entry in entries if entry.kind.name == kind and entry.place == found.place and not entry.added]
    if kind == "target":
        meant = [entry for entry in meant if entry.clause == match_key(found.value or "")]
    return bool(meant) and all(entry.struck or entry.corrected.get(name, (None,))[0] for entry in meant)


def _is_settled(found: Remark, entries: Sequence[Entry]) -> bool:
    """Two places that say the same once misread figures are corrected, or of which one was struck out."""
    if found.kind != "conflict":
        return False
    sides = [
        _side(entries, place, value)
        for place, value in ((found.place_a, found.value_a), (found.place_b, found.value_b))
    ]
    if any(side and side.struck for side in sides):
        return True
    first, second = sides
    if first is None or second is None or not (first.corrected or second.corrected):
        return False
    return all(first.values.get(name) == second.values.get(name) for name in _FIGURE)


def _side(entries: Sequence[Entry], place: str | None, clause: str | None) -> Entry | None:
    key = match_key(clause or "")
    found = [entry for entry in entries if entry.kind.name == "target" and entry.place == place and entry.clause == key]
    return found[0] if len(found) == 1 else None
