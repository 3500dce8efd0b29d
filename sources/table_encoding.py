"""Bytes of a table kept as text -> its letters: marks, UTF-8, UTF-16, then legacy codings that can be told for sure.

Code page 1258 decodes UTF-8 without an error, and the legacy codings decode anything: so the order matters, and what
they give must read as Vietnamese. A plan is refused where a table is converted: a table's headings are a closed list.
"""

import codecs
import contextlib
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from sources.vietnamese.legacy_letters import from_tcvn3, from_vni
from sources.vietnamese.syllables import is_marked, is_syllable

_WORD: Final = re.compile(r"[^\W\d_]+|[¡-ÿ]+[^\W\d_]*")
# Headings alone have a dozen words with marks; a name or two of places is no Vietnamese syllable.
_LEAST_SHARE: Final = 0.9
_LEAST_WORDS: Final = 3
# The words of some hundred lines say what a table is written in.
_TESTED_LETTERS: Final = 100_000
_NUL_SHARE: Final = 0.2


class UnreadableTextError(ValueError):
    """The bytes are no text of a table. Its text is the reason, in Vietnamese."""


def decode_table(content: bytes) -> tuple[str, str]:
    """The text, and the name of the legacy coding it was converted from ("" for Unicode). UnreadableTextError."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(content, "utf-16"), ""
    if b"\0" in content:
        return _strict(content, _unmarked_utf16(content)), ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _converted(content)
    # A sheet in a legacy font that was saved as UTF-8 has its broken letters in Unicode.
    codings = [(name, convert(text)) for name, convert in _LETTERS if _vietnamese_share(text) < _LEAST_SHARE]
    best = _best(codings)
    return best if best else (text, "")


def _strict(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTextError("tệp không phải văn bản") from error
    if "\0" in text:
        raise UnreadableTextError("tệp không phải văn bản")
    return text


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without its mark has a zero beside every digit and comma, always on the same side."""
    sample = content[:4096]
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    if max(low, high) < _NUL_SHARE * len(sample) / 2:
        raise UnreadableTextError("tệp không phải văn bản")
    return "utf-16-le" if low > high else "utf-16-be"


def _converted(content: bytes) -> tuple[str, str]:
    """Text in one byte a letter, in the coding that makes it Vietnamese."""
    codings: list[tuple[str, str]] = []
    with contextlib.suppress(UnicodeDecodeError):
        codings.append(("Windows-1258", unicodedata.normalize("NFC", content.decode("cp1258"))))
    latin = content.decode("latin-1")
    best = _best([*codings, *((name, convert(latin)) for name, convert in _LETTERS)])
    if best is None:
        raise UnreadableTextError("không rõ tệp ở bảng mã nào; lưu lại với mã UTF-8")
    return best


def _best(codings: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Text and name of the coding that gives Vietnamese; None where none does."""
    shares = [(_vietnamese_share(text), text, name) for name, text in codings]
    share, text, name = max(shares, key=lambda tested: tested[0], default=(0.0, "", ""))
    return (text, name) if share >= _LEAST_SHARE and _marked_words(text)[_LEAST_WORDS - 1 :] else None


def _vietnamese_share(text: str) -> float:
    """Share of the words with marks that can be Vietnamese syllables; 1 where no word has marks."""
    words = _marked_words(text)
    return sum(is_syllable(word) for word in words) / len(words) if words else 1.0


def _marked_words(text: str) -> list[str]:
    """Each word with marks once, in order."""
    return list(dict.fromkeys(word for word in _WORD.findall(text[:_TESTED_LETTERS]) if is_marked(word)))


_LETTERS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (("TCVN3", from_tcvn3), ("VNI", from_vni))
