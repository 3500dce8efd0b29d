"""The ledger: what came when, what stands, what is gone."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.receipts import ledger
from sources.receipts.collection import CollectionMissingError
from sources.receipts.rows import ReceiptRow

NIGHT = datetime(2026, 3, 20, 18, 30, tzinfo=UTC)
NEXT = NIGHT + timedelta(days=1)
THIRD = NIGHT + timedelta(days=2)


def _put(collected: Path, name: str, content: str) -> str:
    path = collected / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return hashlib.sha256(content.encode()).hexdigest()


def _night(collected: Path, previous: list[ReceiptRow], now: datetime) -> list[ReceiptRow]:
    return ledger.update(previous, ledger.scan(collected), now)


def _found(collected: Path) -> list[str]:
    return [row.kind for row in ledger.scan(collected).findings]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissingError, match="Không tìm thấy thư mục"):
        ledger.scan(tmp_path / "không-có")
    (tmp_path / "tệp").write_text("")
    with pytest.raises(CollectionMissingError, match="không phải thư mục"):
        ledger.scan(tmp_path / "tệp")


def test_an_empty_folder_is_an_error_finding(tmp_path: Path) -> None:
    _put(tmp_path, "collection.yml", "name: x")
    (finding,) = ledger.scan(tmp_path).findings
    assert (finding.kind, finding.severity) == ("empty_collection", "error")


def test_files_are_told_by_their_top_folder(tmp_path: Path) -> None:
    for name in ("plans/a.md", "plans/a.yml", "results/2026/q1/b.xlsx", "indices/papi.csv", "registers/units.csv"):
        _put(tmp_path, name, name)
    _put(tmp_path, "khác/c.txt", "c")
    _put(tmp_path, "d.txt", "d")
    scanned = ledger.scan(tmp_path)
    assert {file.name: file.kind for file in scanned.files} == {
        "d.txt": "other",
        "indices/papi.csv": "indices",
        "khác/c.txt": "other",
        "plans/a.md": "plans",
        "plans/a.yml": "plans",
        "registers/units.csv": "registers",
        "results/2026/q1/b.xlsx": "results",
    }
    assert [row.kind for row in scanned.findings] == ["unknown_folder", "unknown_folder"]


def test_clutter_lock_files_and_links_are_not_received(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    for name in ("plans/.ẩn.md", "plans/Thumbs.db", "plans/README.md", "plans/~$a.docx", ".git/plans/x.md"):
        _put(tmp_path, name, "x")
    (tmp_path / "plans" / "link.md").symlink_to(tmp_path / "plans" / "a.md")
    (tmp_path / "results").symlink_to(tmp_path / "plans")
    scanned = ledger.scan(tmp_path)
    assert [file.name for file in scanned.files] == ["plans/a.md"]
    assert sorted(row.kind for row in scanned.findings) == ["office_lock_file", "symbolic_link", "symbolic_link"]


def test_a_file_is_received_when_a_night_first_meets_it(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    first = _night(tmp_path, [], NIGHT)
    second = _night(tmp_path, first, NEXT)
    assert first == second
    assert (first[0].received_at, first[0].receipt_basis, first[0].is_current) == (NIGHT, "first_seen", True)


def test_a_given_time_wins_over_the_first_night_even_later(tmp_path: Path) -> None:
    sha256 = _put(tmp_path, "results/a.xlsx", "a")
    first = _night(tmp_path, [], NIGHT)
    line = f"{sha256},2026-03-14T16:00:00+07:00,2026-03-14T16:30:00+07:00,Văn thư"
    _put(tmp_path, "receipts.csv", f"sha256,sent_at,received_at,sender\n{line}\n")
    (row,) = _night(tmp_path, first, NEXT)
    assert row.received_at == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    assert row.sent_at == datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
    assert (row.sender, row.receipt_basis) == ("Văn thư", "given")
    (tmp_path / "receipts.csv").unlink()
    assert _night(tmp_path, [row], THIRD) == [row]


def test_another_content_at_the_same_path_supersedes_the_old(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "một")
    first = _night(tmp_path, [], NIGHT)
    _put(tmp_path, "plans/a.md", "hai")
    old, new = _night(tmp_path, first, NEXT)
    assert (old.superseded_at, old.is_current) == (NEXT, False)
    assert (new.received_at, new.superseded_at, new.is_current) == (NEXT, None, True)


def test_a_content_that_comes_back_stands_again(tmp_path: Path) -> None:
    rows: list[ReceiptRow] = []
    for content, now in (("một", NIGHT), ("hai", NEXT), ("một", THIRD)):
        _put(tmp_path, "plans/a.md", content)
        rows = _night(tmp_path, rows, now)
    one, two = rows
    assert (one.received_at, one.superseded_at, one.is_current) == (NIGHT, None, True)
    assert (two.superseded_at, two.is_current) == (THIRD, False)


def test_a_file_taken_out_of_the_folder_stays_in_the_ledger(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    _put(tmp_path, "plans/b.md", "b")
    first = _night(tmp_path, [], NIGHT)
    (tmp_path / "plans" / "a.md").unlink()
    gone, stays = _night(tmp_path, first, NEXT)
    assert (gone.source_path, gone.is_current, gone.superseded_at) == ("plans/a.md", False, None)
    assert stays.is_current


def test_a_withdrawn_file_is_not_read_until_the_withdrawal_is_undone(tmp_path: Path) -> None:
    sha256 = _put(tmp_path, "results/a.xlsx", "a")
    _put(
        tmp_path,
        "withdrawn.csv",
        f"sha256,withdrawn_at,withdrawn_by,reason\n{sha256},2026-03-19T08:00:00+07:00,Bệnh viện,Gửi nhầm kỳ\n",
    )
    (row,) = _night(tmp_path, [], NIGHT)
    assert (row.is_current, row.withdrawn_by, row.withdrawn_reason) == (False, "Bệnh viện", "Gửi nhầm kỳ")
    (tmp_path / "withdrawn.csv").unlink()
    (row,) = _night(tmp_path, [row], NEXT)
    assert (row.is_current, row.withdrawn_at) == (True, None)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{sha},2026-03-14T16:00:00,,", "múi giờ"),
        ("{sha},14/03/2026,,", "múi giờ"),
        ("{sha},1999-12-31T16:00:00+07:00,,", "từ năm 2000"),
        ("{sha},,9999-12-31T23:00:00+00:00,", "từ năm 2000"),
        ("{sha},,0001-01-01T00:00:00+14:00,", "từ năm 2000"),
        ("abc,,,", "64 ký tự"),
        ("{sha},,,\n{sha},,,", "dòng trên"),
    ],
)
def test_a_receipt_that_cannot_be_read_is_a_finding_with_its_line(tmp_path: Path, line: str, word: str) -> None:
    sha256 = _put(tmp_path, "plans/a.md", "a")
    _put(tmp_path, "receipts.csv", "sha256,sent_at,received_at,sender\n" + line.format(sha=sha256))
    (finding,) = ledger.scan(tmp_path).findings
    assert finding.kind == "invalid_register_line"
    assert word in finding.message
    assert "receipts.csv, dòng" in finding.message


def test_a_register_without_its_columns_is_a_finding(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    _put(tmp_path, "receipts.csv", "sha,sent\n")
    _put(tmp_path, "withdrawn.csv", "")
    assert _found(tmp_path) == ["missing_column", "unreadable_file"]


def test_new_contents_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    sha256 = _put(collected, "plans/a.md", "a")
    _put(collected, "plans/b.MD", "a")
    scanned = ledger.scan(collected)
    assert ledger.keep(scanned.files, store) == []
    kept = ledger.kept_path(store, sha256, ".md")
    assert kept == store / sha256[:2] / f"{sha256}.md"
    assert kept.read_text() == "a"
    written = kept.stat().st_mtime_ns
    ledger.keep(scanned.files, store)
    assert kept.stat().st_mtime_ns == written
    assert [path.name for path in store.rglob("*") if path.is_file()] == [f"{sha256}.md"]


def test_a_file_that_changes_or_vanishes_while_it_is_copied_is_not_kept(tmp_path: Path) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    _put(collected, "plans/a.md", "a")
    _put(collected, "plans/b.md", "b")
    scanned = ledger.scan(collected)
    _put(collected, "plans/a.md", "khác")
    (collected / "plans" / "b.md").unlink()
    assert ledger.keep(scanned.files, store) == ["plans/a.md", "plans/b.md"]
    assert [path for path in store.rglob("*") if path.is_file()] == []


def test_a_damaged_ledger_is_named_with_its_line() -> None:
    with pytest.raises(ledger.LedgerDamagedError, match="dòng 1"):
        ledger.load('{"source_path":')


def test_names_with_line_ends_of_unicode_come_back_from_the_ledger(tmp_path: Path) -> None:
    for name in ("plans/a\u2028b.md", "plans/a\u2029b.md", "plans/a\x85b.md", "plans/a\x0cb.md"):
        _put(tmp_path, name, name)
    rows = _night(tmp_path, [], NIGHT)
    assert len(rows) == 4
    assert ledger.load(ledger.dump(rows)) == rows
    assert ledger.load("") == []


def test_a_file_moved_or_renamed_keeps_its_receipt(tmp_path: Path) -> None:
    sha256 = _put(tmp_path, "results/a.xlsx", "a")
    _put(tmp_path, "results/b.xlsx", "b")
    line = f"{sha256},2026-03-14T16:00:00+07:00,2026-03-14T16:30:00+07:00,Văn thư"
    _put(tmp_path, "receipts.csv", f"sha256,sent_at,received_at,sender\n{line}\n")
    first = _night(tmp_path, [], NIGHT)
    (tmp_path / "receipts.csv").unlink()
    (tmp_path / "results" / "q1").mkdir()
    (tmp_path / "results" / "a.xlsx").rename(tmp_path / "results" / "q1" / "a.xlsx")
    (tmp_path / "results" / "b.xlsx").rename(tmp_path / "results" / "a.xlsx")
    rows = {(row.source_path, row.source_sha256 == sha256): row for row in _night(tmp_path, first, NEXT)}
    moved, renamed, gone = (
        rows[key] for key in (("results/q1/a.xlsx", True), ("results/a.xlsx", False), ("results/a.xlsx", True))
    )
    assert (moved.received_at, moved.receipt_basis) == (datetime(2026, 3, 14, 9, 30, tzinfo=UTC), "given")
    assert (moved.sent_at, moved.sender) == (datetime(2026, 3, 14, 9, 0, tzinfo=UTC), "Văn thư")
    assert (renamed.received_at, renamed.receipt_basis, renamed.is_current) == (NIGHT, "first_seen", True)
    assert (gone.superseded_at, gone.is_current) == (NEXT, False)


def test_findings_of_files_not_copied_go_on_from_the_numbers_of_the_scan(tmp_path: Path) -> None:
    _put(tmp_path, "lạ/a.md", "a")
    scanned = ledger.without(ledger.scan(tmp_path), ["lạ/a.md"])
    numbers = [(row.source_path, row.finding_no) for row in scanned.findings if row.source_path == "lạ/a.md"]
    assert numbers == [("lạ/a.md", 1), ("lạ/a.md", 2)]


@pytest.mark.parametrize("suffix", [".x" * 60, "." + "x" * 11, ".a b", ".đ"])
def test_an_ending_that_tells_no_format_is_not_kept(tmp_path: Path, suffix: str) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    sha256 = _put(collected, f"plans/a{suffix}", "a")
    assert ledger.keep(ledger.scan(collected).files, store) == []
    assert ledger.kept_path(store, sha256, Path(f"a{suffix}").suffix).is_file()
    assert ledger.kept_path(store, sha256, "." + "x" * 240).name == sha256


@pytest.mark.parametrize("code", [errno.EIO, errno.ENAMETOOLONG, errno.ESTALE])
def test_a_file_that_cannot_be_copied_is_missed_for_tonight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    _put(tmp_path / "in", "plans/a.md", "a")
    scanned = ledger.scan(tmp_path / "in")
    monkeypatch.setattr(shutil, "copyfile", _failing(code))
    assert ledger.keep(scanned.files, tmp_path / "store") == ["plans/a.md"]


def test_a_full_disk_ends_the_night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put(tmp_path / "in", "plans/a.md", "a")
    scanned = ledger.scan(tmp_path / "in")
    monkeypatch.setattr(shutil, "copyfile", _failing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        ledger.keep(scanned.files, tmp_path / "store")


def _failing(code: int) -> Callable[..., None]:
    def copy(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return copy


def test_a_folder_nested_without_end_is_a_finding(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    _put(tmp_path, "plans/" + "x/" * 60 + "b.md", "b")
    scanned = ledger.scan(tmp_path)
    assert [file.name for file in scanned.files] == ["plans/a.md"]
    assert [row.kind for row in scanned.findings] == ["folder_too_deep"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    _put(tmp_path, "plans/a.md", "a")
    (tmp_path / "plans" / "a.md").chmod(0)
    assert "unreadable_file" in _found(tmp_path)


_STEPS = st.lists(
    st.tuples(st.sampled_from(["plans/a.md", "plans/b.md", "results/c.xlsx"]), st.sampled_from(["một", "hai", None])),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_after_any_nights_the_ledger_is_whole_and_comes_back_from_its_text(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    collected = tmp_path_factory.mktemp("thu-thap")
    rows: list[ReceiptRow] = []
    for night, (name, content) in enumerate(steps):
        if content is None:
            (collected / name).unlink(missing_ok=True)
        else:
            _put(collected, name, content)
        before = {(row.source_path, row.source_sha256) for row in rows}
        rows = _night(collected, rows, NIGHT + timedelta(days=night))
        keys = [(row.source_path, row.source_sha256) for row in rows]
        assert before <= set(keys)
        assert len(keys) == len(set(keys))
    current = sorted(row.source_path for row in rows if row.is_current)
    assert current == sorted(file.name for file in ledger.scan(collected).files)
    assert ledger.load(ledger.dump(rows)) == rows
    assert ledger.dump(reversed(rows)) == ledger.dump(rows)
