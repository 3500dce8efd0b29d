"""The run ledger: a line when a night starts and one when it ends. Beside the receipts the only clock.

A night that was killed leaves its first line alone, and is told as interrupted.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

Status = Literal["started", "published", "held_back"]


class Run(BaseModel):
    """One night. `reason` says in Vietnamese why nothing was published; counts are those of `reporting.rpt_site`.

    A rebuild (`--as-of`) has known_until, and in `rebuilds` the night that knew so, where one did; a plain night knows
    everything and has neither. previous_night_at: what changes are told since; `is_previous_pinned` where
    collection.yml says so: then it is the end of that day, else the start of the night before. entered_at: the time
    under which the ledger of receipts has what this night met; its start, or later where the clock had been set back.
    """

    run_id: str
    as_of: str | None = None
    known_until: datetime | None = None
    rebuilds: str | None = None
    previous_night_at: datetime | None = None
    is_previous_pinned: bool = False
    collection_name: str | None = None
    is_sample: bool | None = None
    collected: str
    started_at: datetime
    entered_at: datetime | None = None
    seconds: float = 0
    status: Status
    reason: str | None = None
    counts: Mapping[str, int] = {}

    @property
    def knew_until(self) -> datetime:
        """What the ledger had by then this night knew, and no more."""
        return self.entered_at or self.started_at


def append(ledger: Path, run: Run) -> None:
    """Add a line. A line that a power cut left unfinished is closed first, so that it takes nothing with it."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    with ledger.open("a+b") as handle:
        if handle.tell() and _last_byte(handle.fileno()) != b"\n":
            handle.write(b"\n")
        handle.write(run.model_dump_json().encode() + b"\n")
        handle.flush()
        os.fsync(handle.fileno())


def history(ledger: Path) -> list[Run]:
    """The last word on every night, in the order they started. Unreadable lines are passed over."""
    if not ledger.exists():
        return []
    nights: dict[str, Run] = {}
    for line in ledger.read_bytes().split(b"\n"):
        try:
            run = Run.model_validate_json(line.decode(errors="replace"))
        except ValidationError:
            continue
        nights[run.run_id] = run
    return list(nights.values())


def plain_nights(history: Sequence[Run]) -> list[Run]:
    """The published nights that knew everything of their time, in the order they ran, whatever the clock said."""
    return [run for run in history if run.status == "published" and run.known_until is None]


def night_of(history: Sequence[Run], as_of: date) -> Run | None:
    """The last plain night that was judged at `as_of`."""
    return next((run for run in reversed(plain_nights(history)) if run.as_of == as_of.isoformat()), None)


def preceding(history: Sequence[Run], run: Run) -> Run | None:
    """The last plain night that ran before `run`."""
    ids = [one.run_id for one in history]
    earlier = plain_nights(history[: ids.index(run.run_id)] if run.run_id in ids else history)
    return earlier[-1] if earlier else None


def before(history: Sequence[Run], moment: datetime) -> Run | None:
    """The last plain night that began before `moment`."""
    return next((run for run in reversed(plain_nights(history)) if run.started_at < moment), None)


def _last_byte(descriptor: int) -> bytes:
    return os.pread(descriptor, 1, os.fstat(descriptor).st_size - 1)
