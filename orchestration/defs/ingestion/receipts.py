"""Assets of the collected folder: what lies in it, kept by content, entered in the ledger of receipts."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from orchestration import raw, receipts, runs
from orchestration.defs.ingestion.reading import raw_specs
from orchestration.night import Night, NightHeldBackError
from orchestration.resources import now
from sources.plans.reviews.gone import gone_reviews
from sources.receipts import ledger
from sources.receipts.collection import CollectionMissingError
from sources.receipts.rows import ROW_TYPES

COLLECTED = dg.AssetSpec(
    ["collected", "files"],
    description="The folder of collected plans, result workbooks, registers and index tables, as people fill it.",
    group_name="collected",
)


@dg.multi_asset(name="receive_files", specs=raw_specs(ROW_TYPES, "receipts", COLLECTED.key))
def receive_files(night: dg.ResourceParam[Night]) -> Iterator[dg.MaterializeResult[None]]:
    """Scan, keep every new content, enter it in the ledger."""
    workspace = night.workspace
    with night.progress.step("Nhận tệp thu thập") as step:
        scanned = _scan(workspace.collected)
        previous = receipts.read(workspace)
        if not scanned.files and any(row.is_current for row in previous) and _was_published(night):
            raise NightHeldBackError(
                f"Thư mục thu thập {workspace.collected} không còn tệp nào, trong khi đêm trước có. "
                "Kiểm tra ổ đĩa hoặc thư mục dùng chung đã kết nối chưa; nếu chủ ý bỏ hết tệp, ghi vào withdrawn.csv."
            )
        scanned = ledger.without(scanned, ledger.keep(scanned.files, workspace.received))
        rows = ledger.update(previous, scanned, now())
        receipts.write(workspace, rows)
        findings = [*scanned.findings, *gone_reviews(rows, scanned.findings)]
        counts = raw.write_tables({"receipts_files": rows, "receipts_findings": findings}, night.workspace.build_raw)
        step.summary = f"{len(scanned.files)} tệp · {len(rows) - len(previous)} mới"
    for table, count in counts.items():
        yield dg.MaterializeResult(asset_key=["raw", table], metadata={"rows": count})


def _scan(collected: Path) -> ledger.Scan:
    try:
        return ledger.scan(collected)
    except CollectionMissingError as missing:
        return ledger.scan_of_nothing(collected, str(missing))


def _was_published(night: Night) -> bool:
    return any(run.status == "published" for run in runs.history(night.workspace.runs))
