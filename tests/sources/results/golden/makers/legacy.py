"""Words in codes from before Unicode: TCVN3 (fonts .VnTime) and windows-1258 as old programs write it."""

import unicodedata
from typing import Final

# TCVN 5712:1993, table VN3: each letter of Vietnamese at its place in Latin 1. Capitals with tones have none of their
# own: old documents set them in a font of capitals.
_CODES: Final = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_LETTERS: Final = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TO_TCVN3: Final = str.maketrans(_LETTERS, _CODES)
# Tones stand apart in windows-1258, after letters that have a code of their own.
_TONES: Final = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def tcvn3(text: str) -> str:
    """The text as Latin letters that a .VnTime font shows as Vietnamese."""
    return unicodedata.normalize("NFC", text).translate(_TO_TCVN3)


def cp1258(text: str) -> bytes:
    """The text in windows-1258."""
    pieces: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in _TONES), "")
        pieces.append(unicodedata.normalize("NFC", parts.replace(tone, "")) + tone if tone else letter)
    return "".join(pieces).encode("cp1258")
