"""Bytes of a text file to text: UTF-8 with or without its mark, UTF-16 with its mark, nothing guessed.

A page saved by Word names its code page and writes whatever that one lacks as entities: what it declares is believed,
for the three code pages in which Word writes Vietnamese pages.
"""

import codecs
import re
from typing import Final

from sources.documents.blocks import DocumentError

# A plan of a hundred pages is half a megabyte of text; five are not a plan.
MAX_TEXT_BYTES = 5_000_000
_REMEDY = "Mở tệp bằng Word hoặc Notepad, chọn lưu lại với bảng mã UTF-8 (Unicode) rồi gửi lại."
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_CODE_PAGES: Final = {b"windows-1252": "cp1252", b"iso-8859-1": "cp1252", b"windows-1258": "cp1258"}
# A page declares its code page in its first lines.
_HEAD_BYTES: Final = 4_096


def decode(content: bytes) -> str:
    """Text of the file, line ends as \\n. DocumentError where it is empty, too large or in another encoding."""
    if not content.strip():
        raise DocumentError("empty_file", "Tệp không có nội dung.", "Kiểm tra lại và gửi tệp có nội dung.")
    if len(content) > MAX_TEXT_BYTES:
        raise DocumentError("too_large", "Tệp văn bản quá lớn so với một kế hoạch.", "Gửi riêng phần kế hoạch.")
    try:
        text = content.decode(_unicode_form(content))
    except UnicodeDecodeError as error:
        text = _as_declared(content) or ""
        if not text:
            message = f"Tệp không ở bảng mã UTF-8: sai từ byte thứ {error.start + 1}."
            raise DocumentError("not_unicode", message, _REMEDY) from error
    if "\x00" in text or text.startswith("{\\rtf"):
        raise DocumentError(
            "not_text", "Tệp không phải văn bản.", "Gửi kế hoạch dạng Word, Markdown hoặc văn bản thuần."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unicode_form(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # A page in UTF-16 without its mark begins with the sign < beside a zero.
    return {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(content[:2], "utf-8-sig")


def _as_declared(content: bytes) -> str | None:
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    page = _CODE_PAGES.get(declared[1].lower()) if declared else None
    try:
        return content.decode(page) if page else None
    except UnicodeDecodeError:
        return None
