"""The switch: all or nothing, read-only, and readers never see a half-laid version."""

import stat
from pathlib import Path

import pytest

from orchestration import publish


def _parts(folder: Path, text: str) -> dict[str, Path]:
    folder.mkdir()
    (folder / "file.txt").write_text(text, encoding="utf-8")
    (folder / "pages").mkdir()
    (folder / "pages" / "index.html").write_text(text, encoding="utf-8")
    return {"file.txt": folder / "file.txt", "pages": folder / "pages"}


def test_current_points_at_the_newest_version(tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish.publish(published, "20260101T000000", _parts(tmp_path / "a", "một"))
    publish.publish(published, "20260102T000000", _parts(tmp_path / "b", "hai"))
    assert (published / "current" / "pages" / "index.html").read_text(encoding="utf-8") == "hai"
    assert (published / "current").readlink() == Path("versions/20260102T000000")


def test_a_reader_that_opened_the_last_night_keeps_it(tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish.publish(published, "20260101T000000", _parts(tmp_path / "a", "một"))
    with (published / "current" / "file.txt").open(encoding="utf-8") as handle:
        publish.publish(published, "20260102T000000", _parts(tmp_path / "b", "hai"))
        assert handle.read() == "một"


def test_published_files_and_folders_are_read_only(tmp_path: Path) -> None:
    version = publish.publish(tmp_path / "published", "20260101T000000", _parts(tmp_path / "a", "một"))
    assert stat.S_IMODE((version / "file.txt").stat().st_mode) == 0o444
    assert stat.S_IMODE((version / "pages").stat().st_mode) == 0o555
    assert stat.S_IMODE(version.stat().st_mode) == 0o555


def test_a_part_that_is_missing_leaves_the_last_night_standing(tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish.publish(published, "20260101T000000", _parts(tmp_path / "a", "một"))
    with pytest.raises(FileNotFoundError):
        publish.publish(published, "20260102T000000", {**_parts(tmp_path / "b", "hai"), "gone": tmp_path / "gone"})
    assert (published / "current" / "file.txt").read_text(encoding="utf-8") == "một"
    publish.publish(published, "20260103T000000", _parts(tmp_path / "c", "ba"))
    assert not list((published / "versions").glob(".*"))


def test_only_a_month_of_nights_is_kept_and_never_less_than_the_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "KEPT_VERSIONS", 2)
    published = tmp_path / "published"
    for day in range(1, 5):
        publish.publish(published, f"2026010{day}T000000", _parts(tmp_path / str(day), str(day)))
    assert sorted(path.name for path in (published / "versions").iterdir()) == ["20260103T000000", "20260104T000000"]
    assert (published / "current" / "file.txt").read_text(encoding="utf-8") == "4"


def test_a_run_id_is_used_once(tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish.publish(published, "20260101T000000", _parts(tmp_path / "a", "một"))
    with pytest.raises(FileExistsError):
        publish.publish(published, "20260101T000000", _parts(tmp_path / "b", "hai"))


def test_a_file_under_several_names_is_stored_once(tmp_path: Path) -> None:
    parts = _parts(tmp_path / "a", "một")
    (parts["pages"] / "again.html").hardlink_to(parts["pages"] / "index.html")
    version = publish.publish(tmp_path / "published", "20260101T000000", parts)
    assert (version / "pages" / "again.html").samefile(version / "pages" / "index.html")
