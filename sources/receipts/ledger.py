"""The ledger of received files: which contents ever came, when, which of them stand.

What stands: a file, until another content takes its place or a line of withdrawn.csv takes it back. That it is taken
out of the folder changes nothing. Pure functions over a scan and the entries before it; the time of the night is passed
in. Where the ledger and the received contents lie is the caller's business.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sources.receipts.entries import Entry, FileKey, after_all, earliest_by_content, latest, order
from sources.receipts.folder import Scan
from sources.receipts.places import place
from sources.receipts.registers import GivenReceipt, Withdrawal
from sources.receipts.scanning import ScannedFile, SourceKind


def update(log: Sequence[Entry], scanned: Scan, now: datetime) -> list[Entry]:
    """The ledger after the scan of the night that began `now`: the log, and an entry for every file that has changed.

    A given time of receipt wins over the night that first met the content. A content that was moved or renamed keeps
    the receipt of its earliest entry.
    """
    now = after_all(now, (entry.entered_at for entry in log))
    before = latest(log)
    known = earliest_by_content(before.values())
    rows = {entry.key: entry for file in scanned.files for entry in [_lying(file, before, known, now)]}
    homes = {(file.kind, file.sha256): file.name for file in reversed(scanned.files)}
    paths, told = {file.name for file in scanned.files}, scanned.told
    for key, entry in before.items():
        if key not in rows:
            is_unread = entry.source_path not in paths and _is_in_doubt(entry.source_path, told)
            rows[key] = entry if is_unread else _absent(entry, homes)
    withdrawn = scanned.withdrawn.after(standing_withdrawals(before.values()))
    said = [_as_said(entry, scanned.given, withdrawn) for entry in rows.values()]
    settled = _superseded(said, known, now)
    changed = [entry for entry in settled if not entry.says_the_same(before.get(entry.key))]
    return sorted([*log, *(entry.model_copy(update={"entered_at": now}) for entry in changed)], key=order)


def _lying(file: ScannedFile, before: Mapping[FileKey, Entry], known: Mapping[str, Entry], now: datetime) -> Entry:
    """The entry of a file that lies in the folder tonight."""
    earlier = before.get((file.name, file.sha256))
    receipt = earlier or known.get(file.sha256)
    lay_there = earlier is not None and earlier.in_folder
    return Entry(
        source_path=file.name,
        source_sha256=file.sha256,
        source_kind=file.kind,
        size_bytes=file.size_bytes,
        received_at=receipt.received_at if receipt else now,
        receipt_basis=receipt.receipt_basis if receipt else "first_seen",
        sent_at=receipt.sent_at if receipt else None,
        sender=receipt.sender if receipt else None,
        in_folder=True,
        placed_at=earlier.placed_at if earlier and lay_there else now,
        superseded_at=None,
        entered_at=now,
    )


def _absent(entry: Entry, homes: Mapping[tuple[SourceKind, str], str]) -> Entry:
    """The entry of a file that is not at its path tonight. homes: where each content lies in each room.

    Only within its room has a file moved: another room reads the same content as something else.
    """
    moved_to = homes.get((entry.source_kind, entry.source_sha256)) or entry.moved_to
    is_of_the_room = moved_to is not None and moved_to.split("/")[0] == entry.source_kind
    return entry.model_copy(update={"in_folder": False, "moved_to": moved_to if is_of_the_room else None})


def _is_in_doubt(name: str, told: frozenset[str]) -> bool:
    """Something was found about this path or a folder above it: the file may lie there unread."""
    parts = name.split("/")
    return any("/".join(parts[: depth + 1]) in told for depth in range(len(parts)))


def _as_said(entry: Entry, given: Mapping[str, GivenReceipt], withdrawn: Mapping[str, Withdrawal]) -> Entry:
    """What receipts.csv and withdrawn.csv say; the latter anew each night: a line taken out undoes a withdrawal."""
    withdrawal = withdrawn.get(entry.source_sha256)
    said: dict[str, Any] = {
        "withdrawn_at": withdrawal.withdrawn_at if withdrawal else None,
        "withdrawn_by": withdrawal.withdrawn_by if withdrawal else None,
        "withdrawn_reason": withdrawal.reason if withdrawal else None,
    }
    receipt = given.get(entry.source_sha256)
    if receipt:
        said |= {"sent_at": receipt.sent_at, "sender": receipt.sender}
    if receipt and receipt.received_at:
        said |= {"received_at": receipt.received_at.astimezone(UTC), "receipt_basis": "given"}
    return entry.model_copy(update=said)


def standing_withdrawals(entries: Iterable[Entry]) -> dict[str, Withdrawal]:
    """What was taken back by the last night."""
    return {
        entry.source_sha256: Withdrawal(entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_reason)
        for entry in entries
        if entry.withdrawn_at is not None
    }


def _superseded(entries: Sequence[Entry], known: Mapping[str, Entry], now: datetime) -> list[Entry]:
    """Every entry with when it was superseded.

    What lies in the folder is superseded by nothing; of what does not, the later content of its place takes it over,
    unless that was taken back: then the earlier one stands again. A content superseded by one that is new tonight is so
    from the time the new one came, else from tonight.
    """
    places: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.in_folder, entry.placed_at, *order(entry))):
        places[place(entry.source_kind, entry.source_path)].append(entry)
    settled: list[Entry] = []
    for line in places.values():
        follower: Entry | None = None
        for entry in reversed(line):
            at: datetime | None = None
            if not entry.in_folder and follower is not None:
                is_new = follower.source_sha256 not in known
                at = entry.superseded_at or (max(follower.received_at, entry.received_at) if is_new else now)
            elif not entry.in_folder and entry.moved_to is not None:
                at = entry.superseded_at or now
            settled.append(entry.model_copy(update={"superseded_at": at}))
            if entry.withdrawn_at is None:
                follower = entry
    return settled
