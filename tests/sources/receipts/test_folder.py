"""The collected folder as one night meets it."""

import os
from pathlib import Path

import pytest

from sources.receipts.collection import CollectionMissingError
from sources.receipts.folder import scan, without
from tests.sources.receipts.desk import put, sha, withdraw


def _found(collected: Path) -> list[str]:
    return [row.kind for row in scan(collected).findings]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissingError, match="Không tìm thấy thư mục"):
        scan(tmp_path / "không-có")
    (tmp_path / "tệp").write_text("")
    with pytest.raises(CollectionMissingError, match="không phải thư mục"):
        scan(tmp_path / "tệp")


def test_an_empty_folder_is_an_error_finding(tmp_path: Path) -> None:
    put(tmp_path, "collection.yml", "name: x")
    (finding,) = scan(tmp_path).findings
    assert (finding.kind, finding.severity) == ("empty_collection", "error")


def test_files_are_told_by_their_top_folder(tmp_path: Path) -> None:
    for name in ("plans/a.md", "plans/a.yml", "results/2026/q1/b.xlsx", "indices/papi.csv", "registers/units.csv"):
        put(tmp_path, name, name)
    put(tmp_path, "khác/c.txt", "c")
    put(tmp_path, "d.txt", "d")
    scanned = scan(tmp_path)
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
    put(tmp_path, "plans/a.md", "a")
    for name in ("plans/.ẩn.md", "plans/Thumbs.db", "plans/README.md", "plans/~$a.docx", ".git/plans/x.md"):
        put(tmp_path, name, "x")
    (tmp_path / "plans" / "link.md").symlink_to(tmp_path / "plans" / "a.md")
    (tmp_path / "results").symlink_to(tmp_path / "plans")
    scanned = scan(tmp_path)
    assert [file.name for file in scanned.files] == ["plans/a.md"]
    assert sorted(row.kind for row in scanned.findings) == ["office_lock_file", "symbolic_link", "symbolic_link"]


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
    sha256 = put(tmp_path, "plans/a.md", "a")
    put(tmp_path, "receipts.csv", "sha256,sent_at,received_at,sender\n" + line.format(sha=sha256))
    (finding,) = scan(tmp_path).findings
    assert finding.kind == "invalid_register_line"
    assert word in finding.message
    assert "receipts.csv, dòng" in finding.message


def test_a_register_without_its_columns_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    put(tmp_path, "receipts.csv", "sha,sent\n")
    put(tmp_path, "withdrawn.csv", "")
    assert _found(tmp_path) == ["missing_column", "unreadable_file"]


def test_findings_of_files_not_copied_go_on_from_the_numbers_of_the_scan(tmp_path: Path) -> None:
    put(tmp_path, "lạ/a.md", "a")
    scanned = without(scan(tmp_path), ["lạ/a.md"])
    numbers = [(row.source_path, row.finding_no) for row in scanned.findings if row.source_path == "lạ/a.md"]
    assert numbers == [("lạ/a.md", 1), ("lạ/a.md", 2)]


def test_a_folder_nested_without_end_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    put(tmp_path, "plans/" + "x/" * 60 + "b.md", "b")
    scanned = scan(tmp_path)
    assert [file.name for file in scanned.files] == ["plans/a.md"]
    assert [row.kind for row in scanned.findings] == ["folder_too_deep"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    (tmp_path / "plans" / "a.md").chmod(0)
    assert "unreadable_file" in _found(tmp_path)


def test_a_withdrawal_register_that_cannot_be_read_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    missing = scan(tmp_path).withdrawn
    assert (missing.is_there, missing.is_whole) == (False, False)
    put(tmp_path, "withdrawn.csv", "sha,when\n")
    unreadable = scan(tmp_path).withdrawn
    assert (unreadable.is_there, unreadable.is_whole) == (True, False)
    withdraw(tmp_path)
    assert scan(tmp_path).withdrawn.is_whole


def test_a_register_behind_a_link_is_read_and_one_that_leads_nowhere_is_unreadable(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    withdraw(tmp_path, "a")
    (tmp_path / "withdrawn.csv").rename(tmp_path / ".sổ")
    (tmp_path / "withdrawn.csv").symlink_to(tmp_path / ".sổ")
    linked = scan(tmp_path)
    assert (list(linked.withdrawn.said), linked.findings) == ([sha("a")], ())
    (tmp_path / ".sổ").unlink()
    assert _found(tmp_path) == ["unreadable_file"]
    assert not scan(tmp_path).withdrawn.is_whole


@pytest.mark.parametrize(
    "name", ["Withdrawn.csv", "withdrawn.csv.txt", "withdrawn.xlsx", "receipts (1).csv", "collection.yaml"]
)
def test_a_file_of_the_collection_under_a_wrong_name_is_told_its_name(tmp_path: Path, name: str) -> None:
    put(tmp_path, "plans/a.md", "a")
    put(tmp_path, name, "a")
    (finding,) = scan(tmp_path).findings
    assert finding.kind == "misnamed_register"
    assert finding.message.endswith(("phải đúng là withdrawn.csv.", "là receipts.csv.", "là collection.yml."))


def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.md", "a")
    os.mkfifo(tmp_path / "plans" / "ống.md")
    assert _found(tmp_path) == ["special_file"]


def test_two_names_that_are_no_utf8_are_two_files(tmp_path: Path) -> None:
    put(tmp_path, "results/a.xlsx", "a")
    for byte in (b"\xe1", b"\xe2"):
        Path(os.fsdecode(os.fsencode(tmp_path / "results") + b"/k" + byte + b".xlsx")).write_bytes(byte)
    scanned = scan(tmp_path)
    assert [file.name for file in scanned.files] == ["results/a.xlsx", "results/k\\xe1.xlsx", "results/k\\xe2.xlsx"]
    assert scanned.findings == ()
