"""Bytes of a text file to text: UTF-8 with or without its mark, UTF-16 with its mark, nothing guessed."""

import codecs

from sources.documents.blocks import DocumentError

# A plan of a hundred pages is half a megabyte of text; five are not a plan.
MAX_TEXT_BYTES = 5_000_000
_REMEDY = "Mở tệp bằng Word hoặc Notepad, chọn lưu lại với bảng mã UTF-8 (Unicode) rồi gửi lại."


def decode(content: bytes) -> str:
    """Text of the file, line ends as \\n. DocumentError where it is empty, too large or in another encoding."""
    if not content.strip():
        raise DocumentError("empty_file", "Tệp không có nội dung.", "Kiểm tra lại và gửi tệp có nội dung.")
    if len(content) > MAX_TEXT_BYTES:
        raise DocumentError("too_large", "Tệp văn bản quá lớn so với một kế hoạch.", "Gửi riêng phần kế hoạch.")
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Tệp không ở bảng mã UTF-8: sai từ byte thứ {error.start + 1}."
        raise DocumentError("not_unicode", message, _REMEDY) from error
    if "\x00" in text:
        raise DocumentError(
            "not_text", "Tệp không phải văn bản.", "Gửi kế hoạch dạng Word, Markdown hoặc văn bản thuần."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
