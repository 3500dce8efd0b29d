"""Archives that may be opened, and those that may not."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sources import guard
from sources.guard import UnsafeArchiveError, check_archive


def _archive(path: Path, entries: dict[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_an_ordinary_archive_passes(tmp_path: Path) -> None:
    check_archive(_archive(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<workbook/>"}))


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    entries = {f"part{number}": b"" for number in range(guard.MAX_ENTRIES + 1)}
    with pytest.raises(UnsafeArchiveError, match="thành phần"):
        check_archive(_archive(tmp_path / "a.xlsx", entries))


def test_a_part_that_swells_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeArchiveError, match="bị nén quá"):
        check_archive(_archive(tmp_path / "a.xlsx", {"media/image1.bin": b"0" * (5 * 1024 * 1024)}))


def test_a_small_part_may_shrink_as_it_likes(tmp_path: Path) -> None:
    check_archive(_archive(tmp_path / "a.xlsx", {"xl/sheet.xml": b"0" * 900_000}))


def test_an_xml_part_beyond_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_XML_BYTES", 100)
    with pytest.raises(UnsafeArchiveError, match=r"xl/sheet\.xml"):
        check_archive(_archive(tmp_path / "a.xlsx", {"xl/sheet.xml": b"0" * 101}))


def test_too_much_in_all_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_TOTAL_BYTES", 150)
    with pytest.raises(UnsafeArchiveError, match="sau giải nén"):
        check_archive(_archive(tmp_path / "a.docx", {"a": b"0" * 100, "b": b"0" * 100}))


@pytest.mark.parametrize("content", [b"", b"not an archive", b"PK\x03\x04" + b"\0" * 40])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnsafeArchiveError, match="hỏng"):
        check_archive(path)


def test_a_password_or_an_old_format_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    with pytest.raises(UnsafeArchiveError, match="mật khẩu"):
        check_archive(path)


def test_a_missing_file_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(UnsafeArchiveError, match="không mở được"):
        check_archive(tmp_path / "a.xlsx")
