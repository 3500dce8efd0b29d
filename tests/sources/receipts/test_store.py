"""Every content ever received is kept once, under its hash."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sources.receipts.folder import scan
from sources.receipts.store import keep, kept_path
from tests.sources.receipts.desk import put


def test_new_contents_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    sha256 = put(collected, "plans/a.md", "a")
    put(collected, "plans/b.MD", "a")
    scanned = scan(collected)
    assert keep(scanned.files, store) == []
    kept = kept_path(store, sha256, ".md")
    assert kept == store / sha256[:2] / f"{sha256}.md"
    assert kept.read_text() == "a"
    written = kept.stat().st_mtime_ns
    keep(scanned.files, store)
    assert kept.stat().st_mtime_ns == written
    assert [path.name for path in store.rglob("*") if path.is_file()] == [f"{sha256}.md"]


def test_a_file_that_changes_or_vanishes_while_it_is_copied_is_not_kept(tmp_path: Path) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    put(collected, "plans/a.md", "a")
    put(collected, "plans/b.md", "b")
    scanned = scan(collected)
    put(collected, "plans/a.md", "khác")
    (collected / "plans" / "b.md").unlink()
    assert keep(scanned.files, store) == ["plans/a.md", "plans/b.md"]
    assert [path for path in store.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("suffix", [".x" * 60, "." + "x" * 11, ".a b", ".đ"])
def test_an_ending_that_tells_no_format_is_not_kept(tmp_path: Path, suffix: str) -> None:
    collected, store = tmp_path / "in", tmp_path / "store"
    sha256 = put(collected, f"plans/a{suffix}", "a")
    assert keep(scan(collected).files, store) == []
    assert kept_path(store, sha256, Path(f"a{suffix}").suffix).is_file()
    assert kept_path(store, sha256, "." + "x" * 240).name == sha256


@pytest.mark.parametrize("code", [errno.EIO, errno.ENAMETOOLONG, errno.ESTALE])
def test_a_file_that_cannot_be_copied_is_missed_for_tonight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    put(tmp_path / "in", "plans/a.md", "a")
    scanned = scan(tmp_path / "in")
    monkeypatch.setattr(shutil, "copyfile", _failing(code))
    assert keep(scanned.files, tmp_path / "store") == ["plans/a.md"]


def test_a_full_disk_ends_thenight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in", "plans/a.md", "a")
    scanned = scan(tmp_path / "in")
    monkeypatch.setattr(shutil, "copyfile", _failing(errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        keep(scanned.files, tmp_path / "store")


def _failing(code: int) -> Callable[..., None]:
    def copy(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return copy
