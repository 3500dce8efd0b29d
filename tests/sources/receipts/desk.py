"""A collected folder that people fill, night after night, for tests of the ledger."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sources.receipts import ledger
from sources.receipts.entries import Entry, FileKey, latest
from sources.receipts.folder import scan

NIGHT = datetime(2026, 3, 20, 18, 30, tzinfo=UTC)
NEXT = NIGHT + timedelta(days=1)
THIRD = NIGHT + timedelta(days=2)
FOURTH = NIGHT + timedelta(days=3)


def put(collected: Path, name: str, content: str) -> str:
    """Save a file; returns its hash."""
    path = collected / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return sha(content)


def sha(content: str) -> str:
    """The hash of a content."""
    return hashlib.sha256(content.encode()).hexdigest()


def give(collected: Path, *lines: str) -> None:
    """Write receipts.csv."""
    put(collected, "receipts.csv", "\n".join(["sha256,sent_at,received_at,sender", *lines]) + "\n")


def withdraw(collected: Path, *contents: str, at: str = "2026-03-19T08:00:00+07:00") -> None:
    """Write withdrawn.csv with a line a content."""
    lines = [f"{sha(content)},{at},Bệnh viện,Gửi nhầm kỳ" for content in contents]
    put(collected, "withdrawn.csv", "\n".join(["sha256,withdrawn_at,withdrawn_by,reason", *lines]) + "\n")


def night(collected: Path, log: Sequence[Entry], now: datetime) -> list[Entry]:
    """The ledger after a night."""
    return ledger.update(log, scan(collected), now)


def states(log: Sequence[Entry]) -> dict[FileKey, Entry]:
    """The last word on every file, by path and content."""
    return latest(log)


def standing(log: Sequence[Entry]) -> list[str]:
    """The paths that stand."""
    return sorted(path for (path, _), entry in latest(log).items() if entry.stands)
