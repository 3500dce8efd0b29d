"""The one function that applies reviews: rows as read and what people said of them, to rows as they stand.

Pure. Later words win, field by field: by the day of the review, then by the time its file came, then by the file's
name. What finds no row becomes a finding and stays in the list of corrections.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from sources.contract import RawRow, SourceFile, provenance
from sources.plans.remarks import Remark, remark
from sources.plans.reviews.disagreements import disagreements
from sources.plans.reviews.entries import FIRST_ADDED, Entry, clause_key, entries_of, label
from sources.plans.reviews.kinds import KIND
from sources.plans.reviews.matching import find_entry
from sources.plans.reviews.outcomes import PARSER_VERSION, Outcome, corrections_of
from sources.plans.reviews.rebuilding import one_year, rebuilt, row_of
from sources.plans.reviews.statements import Review, Statement, Values


@dataclass(slots=True)
class Applied:
    """rows: the plan's rows as they stand; corrections: rows of plans_corrections; remarks: findings by review file;
    entries: the rows as the next review workbook shows them; taken: statements by file that found their row."""

    rows: list[RawRow]
    corrections: list[RawRow] = field(default_factory=list)
    remarks: list[tuple[SourceFile, Remark]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    taken: Counter[SourceFile] = field(default_factory=Counter)


def apply(rows: Sequence[RawRow], reviews: Iterable[Review]) -> Applied:
    """Apply every statement of `reviews` to the rows of one plan; where nobody spoke, they come back as they are."""
    applied = Applied(list(rows), entries=entries_of(rows))
    outcomes: list[Outcome] = []
    said: set[object] = set()
    for review, statement in _in_order(reviews):
        known = (statement.kind, statement.action, statement.said, *map(_sorted, (statement.read, statement.values)))
        # A later workbook says again what an earlier one said, which may still lie beside it.
        if known in said:
            applied.taken[review.file] += 1
            continue
        said.add(known)
        outcome = _take(review.file, statement, applied, rows)
        applied.taken[review.file] += outcome.entry is not None
        outcomes.append(outcome)
    if outcomes:
        applied.remarks.extend(disagreements(outcomes))
        outcomes = [_compared(one, applied) for one in outcomes]
        applied.rows = rebuilt(rows, applied.entries)
        applied.corrections = corrections_of(rows, outcomes)
    return applied


def _sorted(values: Values) -> tuple[tuple[str, str | None], ...]:
    return tuple(sorted(values.items()))


def _in_order(reviews: Iterable[Review]) -> list[tuple[Review, Statement]]:
    """By the day of the words, then by the time the file came, its name, and the place in it."""
    said = [(review, statement) for review in reviews for statement in review.statements]
    return sorted(said, key=lambda one: (one[1].said.reviewed_on, one[0].file.received_at, one[0].file.name))


def _take(file: SourceFile, statement: Statement, applied: Applied, rows: Sequence[RawRow]) -> Outcome:
    """Note one statement at its row; what cannot stand there is a finding."""
    entry = find_entry(statement, applied.entries)
    if statement.action == "add" and (entry is None or entry.clause != clause_key(entry.kind, statement.read)):
        entry = _added(file, statement, applied.entries, str(getattr(rows[0], "plan_key", "")))
        if _stands(entry, rows, file, statement, applied):
            applied.entries.append(entry)
            return Outcome(file, statement, entry)
        return Outcome(file, statement, None)
    if entry is None:
        text = f"{KIND[statement.kind].sheet}: “{label(statement.kind, statement.read)}”"
        applied.remarks.append((file, remark("correction_without_row", statement.place, text)))
    elif statement.action == "strike":
        entry.struck = statement
    elif statement.action == "correct":
        said = {name: (value, statement) for name, value in statement.values.items()}
        changed = replace(entry, changes={**entry.changes, **said})
        if not _stands(changed, rows, file, statement, applied):
            return Outcome(file, statement, None)
        entry.changes, entry.struck = changed.changes, None
    elif statement.action == "keep":
        _keep(entry, statement)
    return Outcome(file, statement, entry)


def _stands(entry: Entry, rows: Sequence[RawRow], file: SourceFile, statement: Statement, applied: Applied) -> bool:
    """Whether the row can stand as it would be; if not, the columns at fault are named."""
    try:
        row_of(entry, one_year(rows))
    except ValidationError as error:
        names = dict.fromkeys(str(item["loc"][0]) for item in error.errors() if item["loc"])
        fields = entry.kind.field
        at_fault = ", ".join(fields[name].heading if name in fields else name for name in names)
        text = f"{statement.place} ({at_fault}): để trống hoặc giá trị không hợp lệ"
        applied.remarks.append((file, remark("review_cell_unreadable", statement.place, text)))
        return False
    return True


def _keep(entry: Entry, statement: Statement) -> None:
    """The row is right as it was shown; said of a whole sheet, it leaves what others said of the row."""
    if not statement.is_sweeping:
        entry.struck = None
        overruled = [name for name, (value, _) in entry.changes.items() if statement.values.get(name, value) != value]
        for name in overruled:
            entry.changes.pop(name)
    if entry.struck is None:
        entry.kept = statement


def _added(file: SourceFile, statement: Statement, entries: Sequence[Entry], plan_key: str) -> Entry:
    """A new row, with the number that the workbook gave it, else the next that nobody has."""
    kind = KIND[statement.kind]
    taken = {entry.number for entry in entries if entry.kind == kind}
    number, following = statement.number, FIRST_ADDED
    while number is None or number in taken:
        number, following = f"{kind.letter}{following:03d}", following + 1
    values = {name: statement.values.get(name) for name in kind.field}
    origin = provenance(file, statement.place, PARSER_VERSION)
    return Entry(kind, number, values, statement.place, added=statement, plan_key=plan_key, origin=origin)


def _compared(outcome: Outcome, applied: Applied) -> Outcome:
    """What was said, held against what is read today, once everything was heard."""
    statement, file = outcome.statement, outcome.file
    if outcome.is_already_read:
        text = label(statement.kind, statement.read or statement.values)
        applied.remarks.append((file, remark("correction_already_read", statement.place, text)))
    changed = outcome.changed_since_kept
    if changed is None or outcome.entry is None:
        return outcome
    # A person confirmed other words than these: they wait for a person again.
    outcome.entry.kept = None
    applied.remarks.append((file, remark("confirmed_row_changed", statement.place, changed)))
    return replace(outcome, is_outdated=True)
