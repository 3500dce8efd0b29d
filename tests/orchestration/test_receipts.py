"""What a night reads of the ledger."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from orchestration import receipts
from orchestration.resources import Workspace
from sources.receipts.rows import ReceiptRow

MARCH = datetime(2026, 3, 10, tzinfo=UTC)


def _row(path: str, sha256: str, kind: str, *, saved_over: bool = False, withdrawn: bool = False) -> ReceiptRow:
    return ReceiptRow.model_validate(
        {
            "source_kind": kind,
            "size_bytes": 1,
            "sent_at": None,
            "sender": None,
            "receipt_basis": "given",
            "superseded_at": MARCH + timedelta(days=90) if saved_over else None,
            "withdrawn_at": MARCH if withdrawn else None,
            "withdrawn_by": None,
            "withdrawn_reason": None,
            "is_current": not saved_over and not withdrawn,
            "source_sha256": sha256,
            "source_path": path,
            "source_place": "—",
            "parser_version": "receipts/1",
            "received_at": MARCH,
        }
    )


def _read(tmp_path: Path, kind: str, *rows: ReceiptRow) -> list[str]:
    workspace = Workspace(tmp_path, tmp_path / "published", tmp_path)
    receipts.write(workspace, rows)
    return [file.sha256 for file in receipts.current_files(workspace, kind)]


def test_a_report_saved_over_by_another_is_still_read(tmp_path: Path) -> None:
    older, newer = (
        _row("results/a.xlsx", "1" * 64, "results", saved_over=True),
        _row("results/a.xlsx", "2" * 64, "results"),
    )
    assert _read(tmp_path, "results", newer, older) == ["1" * 64, "2" * 64]


def test_a_plan_saved_over_by_another_is_not(tmp_path: Path) -> None:
    older, newer = _row("plans/a.docx", "1" * 64, "plans", saved_over=True), _row("plans/a.docx", "2" * 64, "plans")
    assert _read(tmp_path, "plans", older, newer) == ["2" * 64]


def test_a_report_taken_back_or_taken_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    withdrawn = _row("results/a.xlsx", "1" * 64, "results", saved_over=True, withdrawn=True)
    standing = _row("results/a.xlsx", "2" * 64, "results")
    gone = _row("results/b.xlsx", "3" * 64, "results", saved_over=True)
    assert _read(tmp_path, "results", withdrawn, standing, gone) == ["2" * 64]
