"""Files that cannot be read are refused with a reason a person understands."""

import zipfile
from pathlib import Path

import pytest

from sources.documents.blocks import DocumentError
from sources.documents.files import LONGEST_TEXT, MOST_BLOCKS, read_document


def refused(path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert str(caught.value)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"", "empty_file"),
        ("a.md", b"  \n\n", "empty_file"),
        ("a.docx", b"", "empty_file"),
        ("a.txt", "KẾ HOẠCH".encode("cp1258", errors="ignore") + b"\xff\xfe\x81", "not_unicode"),
        ("a.txt", b"abc\x00def", "not_text"),
        ("a.docx", b"PK not a zip", "broken_file"),
        ("a.pdf", b"%PDF-1.7", "broken_file"),
        ("khong_duoi", b"abc", "unsupported_ending"),
        ("a.txt", b"- " + b"a" * (LONGEST_TEXT + 1), "too_long"),
        ("a.txt", b"- a\n" * (MOST_BLOCKS + 1), "too_long"),
        ("a.txt", b"a\n" * 3_000_000, "too_large"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name).kind == kind


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.txt").kind == "unreadable_file"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 50_000_000)
    assert refused(tmp_path / "a.docx").kind == "suspicious_archive"


def test_a_large_text_is_refused_by_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: Path) -> bytes:
        raise AssertionError("the file was read")

    (tmp_path / "a.txt").write_bytes(b"a\n" * 3_000_000)
    monkeypatch.setattr(Path, "read_bytes", never)
    assert refused(tmp_path / "a.txt").kind == "too_large"


def test_a_word_file_with_a_password_is_broken_and_not_suspicious(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 512)
    error = refused(tmp_path / "a.docx")
    assert error.kind == "broken_file"
    assert "mật khẩu" in str(error)


def test_a_zip_without_a_document_or_with_broken_xml_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("other.xml", b"<a/>")
    assert refused(tmp_path / "a.docx").kind == "broken_file"
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("word/document.xml", b"<w:document")
    assert refused(tmp_path / "b.docx").kind == "broken_file"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_or_without_its_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Kế hoạch năm sau".encode(encoding))
    assert read_document(tmp_path / "a.txt").blocks[0].text == "Kế hoạch năm sau"
