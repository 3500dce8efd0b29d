"""Assets of the collected folder: what lies in it, kept by content, entered in the ledger of receipts."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import dagster as dg

from orchestration import raw, receipts, runs
from orchestration.defs.ingestion.reading import raw_specs
from orchestration.night import Night, NightHeldBackError
from orchestration.resources import end_of_day
from sources.receipts import findings_log, ledger, store
from sources.receipts.claims import held_against
from sources.receipts.collection import CollectionError, CollectionMissingError, read_collection
from sources.receipts.entries import Entry, latest
from sources.receipts.folder import Scan, scan, scan_of_nothing, without
from sources.receipts.knowledge import known, published_rows
from sources.receipts.notes import notes
from sources.receipts.rows import ROW_TYPES, ReceiptFindingRow

COLLECTED = dg.AssetSpec(
    ["collected", "files"],
    description="The folder of collected plans, result workbooks, registers and index tables, as people fill it.",
    group_name="collected",
)


@dg.multi_asset(name="receive_files", specs=raw_specs(ROW_TYPES, "receipts", COLLECTED.key))
def receive_files(night: dg.ResourceParam[Night]) -> Iterator[dg.MaterializeResult[None]]:
    """Scan, keep every new content, enter it in the ledger; then the ledger as far as this night may know it."""
    workspace, told = night.workspace, night.scope
    with night.progress.step("Nhận tệp thu thập") as step:
        before = receipts.read(workspace)
        night.entered_at = receipts.entering(workspace, before, night.started_at)
        log, scanned = _receive(night, before, night.entered_at)
        entries = known(log, told.until)
        findings = [*_found(night, scanned, night.entered_at), *notes(entries, log)]
        rows = published_rows(log, told.until, told.previous)
        counts = raw.write_tables({"receipts_files": rows, "receipts_findings": findings}, workspace.build_raw)
        step.summary = f"{len(scanned.files)} tệp · {len(latest(log)) - len(latest(before))} mới"
        if told.until is not None:
            step.summary += f" · dựng lại với {len(entries)} tệp đã biết"
    for table, count in counts.items():
        yield dg.MaterializeResult(asset_key=["raw", table], metadata={"rows": count})


def _latest_receipt(night: Night, entered_at: datetime) -> datetime:
    """No file was received after tonight; a collection with a pinned day is judged as if that day had come."""
    try:
        pinned = read_collection(night.workspace.collected).as_of
    except CollectionError:
        pinned = None
    return max(entered_at, end_of_day(pinned)) if pinned else entered_at


def _receive(night: Night, before: Sequence[Entry], entered_at: datetime) -> tuple[Sequence[Entry], Scan]:
    """The ledger with what lies in the folder tonight. A folder that is not there leaves it as it was."""
    workspace = night.workspace
    try:
        scanned = scan(workspace.collected)
    except CollectionMissingError as missing:
        scanned = scan_of_nothing(workspace.collected, str(missing))
        _hold_back_if_emptied(night, scanned, before)
        return before, scanned
    _hold_back_if_emptied(night, scanned, before)
    known_before = list(latest(before).values())
    scanned = held_against(scanned, known_before, workspace.collected, _latest_receipt(night, entered_at))
    scanned = without(scanned, store.keep(scanned.files, workspace.received))
    log = ledger.update(before, scanned, entered_at)
    receipts.write(workspace, log)
    return log, scanned


def _hold_back_if_emptied(night: Night, scanned: Scan, before: Sequence[Entry]) -> None:
    """An emptied folder is most often a share that was not mounted. What is built again does not depend on it."""
    withdrawn = scanned.withdrawn.said
    standing = any(entry.stands and entry.source_sha256 not in withdrawn for entry in latest(before).values())
    was_published = any(run.status == "published" for run in runs.history(night.workspace.runs))
    if night.scope.until is None and not scanned.files and standing and was_published:
        raise NightHeldBackError(
            f"Thư mục thu thập {night.workspace.collected} không còn tệp nào, trong khi đêm trước có. "
            "Kiểm tra ổ đĩa hoặc thư mục dùng chung đã kết nối chưa; nếu chủ ý bỏ hết tệp, ghi vào withdrawn.csv."
        )


def _found(night: Night, scanned: Scan, entered_at: datetime) -> Sequence[ReceiptFindingRow]:
    """What is found about the folder: tonight, or by the night that is built again."""
    log = findings_log.remember(receipts.read_findings(night.workspace), scanned.findings, entered_at)
    receipts.write_findings(night.workspace, log)
    until = night.scope.until
    return scanned.findings if until is None or until.by_receipt else findings_log.found_by(log, until.at)
