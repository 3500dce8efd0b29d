"""What was known when: the ledger as a past night, or a past day, knew it, and what has changed since another.

A night knew what had been entered by its start, to the last word. Of a day on which no night ran it is only known what
had been received by its end: its files are those under their names of today.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sources.receipts.entries import Entry, FileKey, latest, order, order_of_receipt
from sources.receipts.rows import ReceiptChange, ReceiptRow
from sources.receipts.scanning import PARSER_VERSION

NO_PLACE: Final = "—"


@dataclass(frozen=True, slots=True)
class Moment:
    """A limit of knowledge. by_receipt: what was received by `at`; else what the night that began `at` knew."""

    at: datetime
    by_receipt: bool = False


def known(log: Sequence[Entry], until: Moment | None) -> list[Entry]:
    """The entries as known then, by path and time of receipt; None: as known now."""
    if until is not None and until.by_receipt:
        return sorted(_received_by(latest(log).values(), until.at), key=order)
    return sorted(latest(log, until.at if until else None).values(), key=order)


def published_rows(log: Sequence[Entry], until: Moment | None, previous: Moment | None) -> list[ReceiptRow]:
    """The raw rows of the ledger as known then. Without a previous night nothing counts as new or changed."""
    entries = known(log, until)
    before = known(log, previous) if previous else None
    contents = {entry.source_sha256 for entry in before or ()}
    changes = _changes(before, entries) if before is not None else {}
    return [
        ReceiptRow.model_validate(
            {
                **entry.model_dump(include=set(ReceiptRow.model_fields)),
                "is_current": entry.stands,
                "is_new": before is not None and entry.source_sha256 not in contents,
                "change_kind": changes.get(entry.key),
                "source_place": NO_PLACE,
                "parser_version": PARSER_VERSION,
            }
        )
        for entry in entries
    ]


def taken_away(entries: Sequence[Entry]) -> list[Entry]:
    """What stands although nothing lies at its path any more."""
    paths = {entry.source_path for entry in entries if entry.in_folder}
    return [entry for entry in entries if entry.stands and entry.source_path not in paths]


def _changes(before: Sequence[Entry], now: Sequence[Entry]) -> dict[FileKey, ReceiptChange]:
    """What happened to files between two states of the ledger; what left its path is told where it lies now."""
    was_withdrawn = {entry.source_sha256 for entry in before if entry.withdrawn_at}
    was_there = {entry.key for entry in before}
    was_away = {entry.key for entry in taken_away(before)}
    is_away = {entry.key for entry in taken_away(now)}
    came = {(entry.moved_to, entry.source_sha256) for entry in now}
    changes: dict[FileKey, ReceiptChange] = {}
    for entry in now:
        if entry.moved_to is not None:
            continue
        if (entry.withdrawn_at is not None) != (entry.source_sha256 in was_withdrawn):
            changes[entry.key] = "withdrawn" if entry.withdrawn_at else "restored"
        elif entry.key in is_away - was_away:
            changes[entry.key] = "file_taken_away"
        elif entry.key not in was_there and entry.key in came:
            changes[entry.key] = "moved"
    return changes


def _received_by(entries: Iterable[Entry], at: datetime) -> list[Entry]:
    """What had come by then, with what was said of it by then; of several at one path the one received last stands."""
    rows = [_undone(entry, at) for entry in entries if entry.received_at <= at and entry.moved_to is None]
    followers: dict[str, Entry] = {}
    received: list[Entry] = []
    for entry in sorted(rows, key=order_of_receipt, reverse=True):
        follower = followers.get(entry.source_path)
        if entry.superseded_at is None and follower is not None:
            entry = entry.model_copy(update={"superseded_at": follower.received_at})
        received.append(entry)
        if entry.withdrawn_at is None and entry.superseded_at is None:
            followers[entry.source_path] = entry
    return received


def _undone(entry: Entry, at: datetime) -> Entry:
    """Without what happened to it later."""
    later: dict[str, None] = {}
    if entry.superseded_at is not None and entry.superseded_at > at:
        later["superseded_at"] = None
    if entry.withdrawn_at is not None and entry.withdrawn_at > at:
        later |= {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reason": None}
    return entry.model_copy(update=later)
