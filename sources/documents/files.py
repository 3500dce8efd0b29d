"""One door to all kinds of documents: the ending of the file's name says which reader takes it."""

from pathlib import Path

from sources.documents.blocks import Document, DocumentError
from sources.documents.decoding import MAX_TEXT_BYTES, decode
from sources.documents.foreign import remedy_for
from sources.documents.markdown import read_markdown
from sources.documents.ocr import PICTURES, read_picture
from sources.documents.pdf import read_pdf
from sources.documents.text import read_text
from sources.documents.web import read_web
from sources.documents.word import WORD_ENDINGS, read_word

_TEXT_READERS = {".txt": read_text, ".md": read_markdown, ".html": read_web, ".htm": read_web}
# The longest paragraph seen in a plan has three thousand characters, the longest plan a thousand blocks.
LONGEST_TEXT = 20_000
MOST_BLOCKS = 20_000
_FILE_READERS = {**dict.fromkeys(WORD_ENDINGS, read_word), ".pdf": read_pdf, **dict.fromkeys(PICTURES, read_picture)}
ENDINGS = (".docx", ".pdf", *_TEXT_READERS)


def read_document(path: Path) -> Document:
    """Blocks of the file. DocumentError with a Vietnamese message where it cannot be read."""
    ending = path.suffix.lower()
    if ending not in _FILE_READERS and ending not in _TEXT_READERS:
        message = f"Chưa đọc được tệp có đuôi “{ending or 'trống'}”."
        raise DocumentError("unsupported_ending", message, remedy_for(ending, ENDINGS))
    try:
        size = path.stat().st_size
        content = path.read_bytes() if ending in _TEXT_READERS and size <= MAX_TEXT_BYTES else b""
    except OSError as error:
        raise DocumentError("unreadable_file", "Không mở được tệp.", "Kiểm tra quyền đọc của tệp.") from error
    if not size:
        raise DocumentError("empty_file", "Tệp không có nội dung.", "Kiểm tra lại và gửi tệp có nội dung.")
    if ending in _TEXT_READERS and size > MAX_TEXT_BYTES:
        raise DocumentError("too_large", "Tệp văn bản quá lớn so với một kế hoạch.", "Gửi riêng phần kế hoạch.")
    document = _FILE_READERS[ending](path) if ending in _FILE_READERS else _TEXT_READERS[ending](decode(content))
    if not document.blocks:
        raise DocumentError("empty_file", "Tệp không có chữ nào đọc được.", "Kiểm tra lại và gửi tệp có nội dung.")
    _check_sizes(document)
    return document


def _check_sizes(document: Document) -> None:
    """A document far beyond any plan is refused as a whole: reading it could take the night, a part would mislead."""
    longest = max(document.blocks, key=lambda block: len(block.text))
    if len(longest.text) > LONGEST_TEXT:
        message = f"Có đoạn dài bất thường ({len(longest.text)} ký tự) ở {longest.place}."
        raise DocumentError("too_long", message, "Kiểm tra lại tệp; chia đoạn cho đúng văn bản gốc.")
    if len(document.blocks) > MOST_BLOCKS:
        raise DocumentError("too_long", "Tệp có quá nhiều đoạn so với một kế hoạch.", "Gửi riêng phần kế hoạch.")
