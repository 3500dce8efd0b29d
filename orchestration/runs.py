"""The run ledger: a line when a night starts and one when it ends. Beside the receipts the only clock.

A night that was killed leaves its first line alone, and is told as interrupted.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

Status = Literal["started", "published", "held_back"]


class Run(BaseModel):
    """One night. `reason` says in Vietnamese why nothing was published; counts are those of `reporting.rpt_site`."""

    run_id: str
    as_of: str | None = None
    collected: str
    started_at: datetime
    seconds: float = 0
    status: Status
    reason: str | None = None
    counts: Mapping[str, int] = {}


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
    for line in ledger.read_text(encoding="utf-8").split("\n"):
        try:
            run = Run.model_validate_json(line)
        except ValidationError:
            continue
        nights[run.run_id] = run
    return list(nights.values())


def _last_byte(descriptor: int) -> bytes:
    return os.pread(descriptor, 1, os.fstat(descriptor).st_size - 1)
