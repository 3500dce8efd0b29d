"""What a night reads of the ledger."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from orchestration import receipts, runs
from orchestration.resources import Workspace
from sources.receipts.entries import Entry, LedgerDamagedError
from sources.receipts.findings_log import FolderFindings
from sources.receipts.knowledge import Moment

MARCH = datetime(2026, 3, 10, tzinfo=UTC)
JUNE = MARCH + timedelta(days=90)


def _entry(path: str, sha256: str, entered_at: datetime = MARCH, **columns: object) -> Entry:
    return Entry.model_validate(
        {
            "source_path": path,
            "source_sha256": sha256,
            "source_kind": path.split("/")[0],
            "size_bytes": 1,
            "received_at": entered_at,
            "receipt_basis": "given",
            "sent_at": None,
            "sender": None,
            "in_folder": True,
            "placed_at": entered_at,
            "entered_at": entered_at,
            **columns,
        }
    )


def _read(tmp_path: Path, kind: str, *log: Entry, until: Moment | None = None) -> list[tuple[str, bool]]:
    """Content, taken back or not, of the files that are read."""
    workspace = Workspace(tmp_path, tmp_path / "published", tmp_path)
    receipts.write(workspace, log)
    files = receipts.current_files(workspace, kind, until)
    return [(file.sha256, file.withdrawn_at is not None) for file in files]


def test_of_results_every_content_that_ever_came_is_read(tmp_path: Path) -> None:
    saved_over = _entry("results/a.xlsx", "1" * 64, superseded_at=JUNE, in_folder=False)
    newer = _entry("results/a.xlsx", "2" * 64, JUNE)
    withdrawn = _entry("results/b.xlsx", "3" * 64, withdrawn_at=JUNE)
    away = _entry("results/c.xlsx", "4" * 64, in_folder=False)
    assert _read(tmp_path, "results", newer, away, withdrawn, saved_over) == [
        ("1" * 64, False),
        ("3" * 64, True),
        ("4" * 64, False),
        ("2" * 64, False),
    ]


@pytest.mark.parametrize("room", ["plans", "registers", "indices"])
def test_of_the_other_rooms_what_stands_is_read_though_it_be_taken_away(tmp_path: Path, room: str) -> None:
    saved_over = _entry(f"{room}/a.csv", "1" * 64, superseded_at=JUNE, in_folder=False)
    newer = _entry(f"{room}/a.csv", "2" * 64, JUNE)
    withdrawn = _entry(f"{room}/b.csv", "3" * 64, withdrawn_at=JUNE)
    away = _entry(f"{room}/c.csv", "4" * 64, in_folder=False)
    assert _read(tmp_path, room, newer, away, withdrawn, saved_over) == [("2" * 64, False), ("4" * 64, False)]


def test_a_report_that_was_renamed_is_read_once(tmp_path: Path) -> None:
    old = _entry("results/a.xlsx", "1" * 64, superseded_at=JUNE, in_folder=False, moved_to="results/b.xlsx")
    assert _read(tmp_path, "results", old, _entry("results/b.xlsx", "1" * 64)) == [("1" * 64, False)]


def test_of_a_content_under_several_names_the_one_it_had_first_comes_first(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "published", tmp_path)
    receipts.write(workspace, [_entry("results/0.xlsx", "1" * 64, JUNE), _entry("results/a.xlsx", "1" * 64)])
    assert [file.name for file in receipts.current_files(workspace, "results")] == ["results/a.xlsx", "results/0.xlsx"]


def test_a_ledger_that_is_lost_after_a_published_night_is_no_first_night(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "published", tmp_path)
    night = runs.Run(run_id="1", collected="/kho", started_at=MARCH, status="held_back")
    runs.append(workspace.runs, night)
    assert receipts.read(workspace) == []
    runs.append(workspace.runs, night.model_copy(update={"status": "published"}))
    with pytest.raises(LedgerDamagedError, match="Khôi phục từ bản sao lưu"):
        receipts.read(workspace)
    workspace.receipts.write_bytes(b"\xe1\xba")
    with pytest.raises(LedgerDamagedError, match="chữ hỏng"):
        receipts.read(workspace)
    workspace.receipts.write_bytes(b"")
    assert receipts.read(workspace) == []


def test_with_a_clock_set_back_every_night_still_enters_under_a_time_of_its_own(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "published", tmp_path)
    assert receipts.entering(workspace, [], JUNE) == JUNE
    ahead = _entry("results/a.xlsx", "1" * 64, JUNE)
    back = receipts.entering(workspace, [ahead], MARCH)
    assert back > JUNE
    quiet = runs.Run(run_id="2", collected="/kho", started_at=MARCH, entered_at=back, status="published")
    runs.append(workspace.runs, quiet)
    after_a_quiet_night = receipts.entering(workspace, [ahead], MARCH)
    assert after_a_quiet_night > back
    receipts.write_findings(workspace, [FolderFindings(entered_at=after_a_quiet_night, findings=())])
    assert receipts.entering(workspace, [ahead], MARCH) > after_a_quiet_night
    later = _entry("results/b.xlsx", "2" * 64, after_a_quiet_night)
    assert _read(tmp_path, "results", ahead, later, until=Moment(quiet.knew_until)) == [("1" * 64, False)]


def test_a_night_built_again_reads_what_was_known_then(tmp_path: Path) -> None:
    first = _entry("results/a.xlsx", "1" * 64)
    taken_back = _entry("results/a.xlsx", "1" * 64, JUNE, withdrawn_at=MARCH)
    later = _entry("results/b.xlsx", "2" * 64, JUNE)
    log = (first, taken_back, later)
    assert _read(tmp_path, "results", *log, until=Moment(MARCH)) == [("1" * 64, False)]
    assert _read(tmp_path, "results", *log) == [("1" * 64, True), ("2" * 64, False)]
