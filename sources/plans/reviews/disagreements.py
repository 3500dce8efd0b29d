"""Reviews of one day that say unlike things of one row. One of them stands (see application); the finding names both.

Who had the other's words before them has overruled them knowingly; everybody else spoke without knowing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sources.contract import SourceFile
from sources.plans.remarks import Remark, remark
from sources.plans.reviews.entries import Entry, label
from sources.plans.reviews.outcomes import Outcome
from sources.plans.reviews.statements import Values
from sources.plans.reviews.values import shown

# Whether the row stands at all, beside the fields of it.
_ROW: Final = ""
_STANDS, _STRUCK = "giữ", "xóa"


def disagreements(outcomes: Sequence[Outcome]) -> Iterator[tuple[SourceFile, Remark]]:
    """The findings, each at the file that was heard last; `outcomes` in the order in which they were heard."""
    before: dict[tuple[int, str], tuple[Outcome, str | None]] = {}
    for outcome in outcomes:
        if outcome.entry is None or outcome.statement.is_sweeping:
            continue
        for name, value in _says(outcome).items():
            key = (id(outcome.entry), name)
            earlier = before.get(key)
            before[key] = (outcome, value)
            if earlier is not None and earlier[1] != value and _is_unaware(*earlier, outcome, name):
                place, text = outcome.statement.place, _both(outcome.entry, name, *earlier, outcome, value)
                yield outcome.file, remark("reviews_disagree", place, text)


def _says(outcome: Outcome) -> Values:
    if outcome.statement.action == "strike":
        return {_ROW: _STRUCK}
    return {_ROW: _STANDS, **outcome.statement.values}


def _is_unaware(earlier: Outcome, value: str | None, later: Outcome, name: str) -> bool:
    """Of the same day, of two files, and the later one did not have the earlier's correction before them."""
    if earlier.file == later.file or earlier.statement.said.reviewed_on != later.statement.said.reviewed_on:
        return False
    seen = later.statement.seen
    return not (earlier.statement.action in {"correct", "add"} and name in seen and seen[name] == value)


def _both(entry: Entry, name: str, earlier: Outcome, was: str | None, later: Outcome, value: str | None) -> str:
    field = entry.kind.field.get(name)
    of = f" ({field.heading})" if field else ""
    said = " và ".join(
        f"“{(shown(field, text) if field else text) or 'trống'}” ({one.statement.said.reviewer}, {one.file.name}, "
        f"{one.statement.place})"
        for one, text in ((earlier, was), (later, value))
    )
    stands = entry.values.get(name) if field else _STRUCK if entry.struck else _STANDS
    in_use = (shown(field, stands) if field else stands) or "trống"
    return f"“{label(entry.kind.name, entry.read)}”{of}: {said}; đang dùng “{in_use}”"
