"""Files that say they are Word: which are read, and what the sender of the others is told."""

import io
import zipfile
from pathlib import Path

import pytest

from sources.documents.blocks import DocumentError
from sources.documents.files import read_document
from sources.documents.word import read_word
from tests.sources.documents.word_files import paragraph, texts, write

STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def refused(path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    return caught.value


def odt() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{\\rtf1\\ansi K\\u7871?}", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "HTML"),
        (b"\n <html xmlns:o='urn:schemas-microsoft-com:office:office'>", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHT"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "ảnh"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (odt(), "OpenDocument"),
    ],
)
def test_a_file_that_only_its_name_makes_word_is_called_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    error = refused(tmp_path / "a.docx")
    assert error.kind == "broken_file"
    assert said in str(error)


@pytest.mark.parametrize("ending", ["docx", "docm", "dotx", "dotm", "DOCX"])
def test_documents_with_macros_and_templates_are_read(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / f"a.{ending}", paragraph("Kế hoạch"))
    assert texts(read_document(path)) == ["Kế hoạch"]


@pytest.mark.parametrize(
    ("ending", "said"), [(".doc", ".docx"), (".odt", "LibreOffice"), (".rtf", ".docx"), (".zip", "Giải nén")]
)
def test_the_sender_of_another_form_is_told_what_to_send(tmp_path: Path, ending: str, said: str) -> None:
    (tmp_path / f"a{ending}").write_bytes(b"x")
    error = refused(tmp_path / f"a{ending}")
    assert (error.kind, said in error.remedy) == ("unsupported_ending", True)


def test_the_strict_form_of_the_standard_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", paragraph("Kế hoạch"), names=STRICT)
    assert texts(read_word(path)) == ["Kế hoạch"]


def test_a_file_that_declares_its_own_entities_is_not_read(tmp_path: Path) -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "x">]><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", bomb)
    assert refused(tmp_path / "a.docx").kind == "suspicious_archive"
