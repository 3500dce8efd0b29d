"""What a night judges, and how much it knows: its day, its limit of knowledge, the night that changes are told since.

Pure functions over the run ledger and the card of the collection. The clock and the folders are the caller's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from orchestration import runs
from orchestration.resources import end_of_day
from sources.receipts.collection import Collection
from sources.receipts.knowledge import Moment


@dataclass(frozen=True, slots=True)
class Scope:
    """until: None where everything received counts; previous: None where no night was published before; rebuilds: the
    run whose knowledge this is."""

    as_of: date
    collection_name: str
    is_sample: bool
    until: Moment | None = None
    previous: Moment | None = None
    rebuilds: str | None = None


def plain(history: Sequence[runs.Run], collection: Collection, today: date) -> Scope:
    """A night that knows everything; the collection may pin the day of judgement and the previous night."""
    pinned = collection.previous_night
    nights = runs.plain_nights(history)
    previous = _end(pinned) if pinned else _knowledge(nights[-1] if nights else None)
    return Scope(collection.as_of or today, collection.name, collection.is_sample, None, previous)


def rebuild(history: Sequence[runs.Run], original: runs.Run, collection: Collection) -> Scope:
    """The scope of a night of the ledger once more. Old lines of the ledger do not name their collection."""
    before = runs.preceding(history, original)
    at = original.previous_night_at or (before and before.knew_until)
    return Scope(
        date.fromisoformat(original.as_of or ""),
        original.collection_name or collection.name,
        collection.is_sample if original.is_sample is None else original.is_sample,
        Moment(original.knew_until),
        Moment(at, by_receipt=original.is_previous_pinned) if at else None,
        original.run_id,
    )


def past_day(history: Sequence[runs.Run], collection: Collection, as_of: date) -> Scope:
    """A day for which no plain night was published: known is what had been received by its end."""
    until = _end(as_of)
    pinned = collection.previous_night
    previous = _end(pinned) if pinned and pinned < as_of else _knowledge(runs.before(history, until.at))
    return Scope(as_of, collection.name, collection.is_sample, until, previous)


def _end(day: date) -> Moment:
    return Moment(end_of_day(day), by_receipt=True)


def _knowledge(run: runs.Run | None) -> Moment | None:
    return Moment(run.knew_until) if run else None
