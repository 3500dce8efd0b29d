"""Files as readers are given them, for tests of any source."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sources.contract import Rows, SourceFile

RECEIVED_AT = datetime(2026, 3, 20, 1, 0, tzinfo=UTC)


def receive(path: Path, name: str, *, hours_later: int = 0) -> SourceFile:
    """The file at `path` as received under `name`."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return SourceFile(path, name, digest, RECEIVED_AT + timedelta(hours=hours_later))


def kinds(rows: Rows, source: str) -> list[str]:
    """Kinds of the findings in order."""
    return [row.kind for row in rows[f"{source}_findings"]]  # type: ignore[attr-defined]


def accounts(rows: Rows, source: str) -> dict[str, tuple[str, int, int, int, int]]:
    """Path -> status, read, loaded, quarantined, ignored."""
    files: Sequence[Any] = rows[f"{source}_files"]
    return {
        row.source_path: (row.status, row.values_read, row.values_loaded, row.values_quarantined, row.values_ignored)
        for row in files
    }


def assert_balanced(rows: Rows, source: str) -> None:
    """values_read = loaded + quarantined + ignored, for every file."""
    for path, (_, read, loaded, quarantined, ignored) in accounts(rows, source).items():
        assert read == loaded + quarantined + ignored, path
