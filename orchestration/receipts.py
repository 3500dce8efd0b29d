"""The ledger of received files on disk, and what a night reads of it."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from orchestration import runs
from orchestration.resources import Workspace
from sources.contract import SourceFile
from sources.receipts import entries, findings_log, store
from sources.receipts.entries import Entry, LedgerDamagedError, order
from sources.receipts.findings_log import FolderFindings
from sources.receipts.knowledge import Moment, known


def read(workspace: Workspace) -> list[Entry]:
    """The ledger as the last night left it; empty before the first. LedgerDamagedError where it is lost or damaged."""
    if not workspace.receipts.exists():
        if any(run.status == "published" for run in runs.history(workspace.runs)):
            raise LedgerDamagedError(
                f"Không thấy sổ tiếp nhận {workspace.receipts}, trong khi đã có đêm công bố. Khôi phục từ bản sao lưu; "
                "nếu chủ ý bỏ lịch sử và bắt đầu lại, tạo một tệp rỗng với tên đó."
            )
        return []
    try:
        return entries.load(workspace.receipts.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise LedgerDamagedError("Sổ tiếp nhận có chữ hỏng; khôi phục từ bản sao lưu.") from error


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


def entering(workspace: Workspace, log: Sequence[Entry], started_at: datetime) -> datetime:
    """The time under which a night enters what it meets: a time of its own, which no earlier night knew by."""
    of_findings = (line.entered_at for line in read_findings(workspace))
    of_runs = (run.entered_at for run in runs.history(workspace.runs) if run.entered_at)
    moments = [*(entry.entered_at for entry in log), *of_findings, *of_runs]
    return entries.after_all(started_at, moments).astimezone(started_at.tzinfo)


def current_files(workspace: Workspace, kind: str, until: Moment | None = None) -> list[SourceFile]:
    """The files of one kind that a night with that knowledge reads: their kept contents, which nobody can change
    meanwhile. By path; results in the order in which they came to their paths, so that a content that lies under
    several names is told by the one it had first.

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
        for entry in sorted(rows, key=_order_of_placing if kind == "results" else order)
    ]


def _order_of_placing(entry: Entry) -> tuple[object, ...]:
    return entry.placed_at, *order(entry)


def _replace(file: Path, text: str) -> None:
    following = file.with_suffix(".next")
    with following.open("w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    following.replace(file)
