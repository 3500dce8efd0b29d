"""The ledger of received files on disk, and what a night reads of it."""

import os
from collections.abc import Sequence
from pathlib import Path

from orchestration.resources import Workspace
from sources.contract import SourceFile
from sources.receipts import entries, findings_log, store
from sources.receipts.entries import Entry, order
from sources.receipts.findings_log import FolderFindings
from sources.receipts.knowledge import Moment, known


def read(workspace: Workspace) -> list[Entry]:
    """The ledger as the last night left it; empty before the first."""
    return entries.load(workspace.receipts.read_text(encoding="utf-8")) if workspace.receipts.exists() else []


def write(workspace: Workspace, log: Sequence[Entry]) -> None:
    """Replace the ledger in one step: a power cut leaves the old or the new one, whole."""
    _replace(workspace.receipts, entries.dump(log))


def read_findings(workspace: Workspace) -> list[FolderFindings]:
    """What each night found about the folder; empty before the first."""
    file = workspace.folder_findings
    return findings_log.load(file.read_text(encoding="utf-8")) if file.exists() else []


def write_findings(workspace: Workspace, log: Sequence[FolderFindings]) -> None:
    """Replace what was kept, in one step."""
    _replace(workspace.folder_findings, findings_log.dump(log))


def current_files(workspace: Workspace, kind: str, until: Moment | None = None) -> list[SourceFile]:
    """The files of one kind that a night with that knowledge reads, by path: their kept contents, which nobody can
    change meanwhile.

    Of results every content that had come, also those saved over or taken back: names are free, so a file saved over
    another may speak of another period, and what was taken back stays in history. Of the others what stood.
    """
    rows = (
        entry
        for entry in known(read(workspace), until)
        if entry.source_kind == kind and (entry.stands or (kind == "results" and entry.moved_to is None))
    )
    return [
        SourceFile(
            path=store.kept_path(workspace.received, entry.source_sha256, Path(entry.source_path).suffix),
            name=entry.source_path,
            sha256=entry.source_sha256,
            received_at=entry.received_at,
            withdrawn_at=entry.withdrawn_at,
        )
        for entry in sorted(rows, key=order)
    ]


def _replace(file: Path, text: str) -> None:
    following = file.with_suffix(".next")
    with following.open("w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    following.replace(file)
