"""The ledger of received files on disk, and what tonight reads of it."""

import os
from collections.abc import Sequence
from pathlib import Path

from orchestration.resources import Workspace
from sources.contract import SourceFile
from sources.plans.reviews.collected import is_review
from sources.receipts import ledger
from sources.receipts.rows import ReceiptRow


def read(workspace: Workspace) -> list[ReceiptRow]:
    """The ledger as the last night left it; empty before the first."""
    return ledger.load(workspace.receipts.read_text(encoding="utf-8")) if workspace.receipts.exists() else []


def write(workspace: Workspace, rows: Sequence[ReceiptRow]) -> None:
    """Replace the ledger in one step: a power cut leaves the old or the new one, whole."""
    following = workspace.receipts.with_suffix(".next")
    with following.open("w", encoding="utf-8") as handle:
        handle.write(ledger.dump(rows))
        handle.flush()
        os.fsync(handle.fileno())
    following.replace(workspace.receipts)


def current_files(workspace: Workspace, kind: str) -> list[SourceFile]:
    """The files of one kind that tonight reads, by path: their kept contents, which nobody can change meanwhile.

    Of results also the earlier contents of a path: names are free, so a file saved over another may speak of another
    period. Which of two reports for one unit and period stands is the reader's to say. Of reviews of plans too: on an
    earlier as-of date the earlier content stood.
    """
    ledger_rows = read(workspace)
    standing = {row.source_path for row in ledger_rows if row.is_current}
    rows = (
        row
        for row in ledger_rows
        if row.source_kind == kind and (row.is_current or (_keeps_earlier(row) and _was_saved_over(row, standing)))
    )
    return [
        SourceFile(
            path=ledger.kept_path(workspace.received, row.source_sha256, Path(row.source_path).suffix),
            name=row.source_path,
            sha256=row.source_sha256,
            received_at=row.received_at,
        )
        for row in sorted(rows, key=lambda row: (row.source_path, row.received_at, row.source_sha256))
    ]


def _keeps_earlier(row: ReceiptRow) -> bool:
    return row.source_kind == "results" or (row.source_kind == "plans" and is_review(row.source_path))


def _was_saved_over(row: ReceiptRow, standing: set[str]) -> bool:
    return row.superseded_at is not None and row.withdrawn_at is None and row.source_path in standing
