"""Letters as they are meant: legacy Vietnamese fonts to Unicode, signs of symbol fonts, look-alikes, raised digits.

TCVN3 and VNI put Vietnamese letters on Latin codes; what a run says depends on its font alone, so it is converted by
font and never by guess. Text in such codes without the font is only recognised, so that it can be refused.
"""

from collections.abc import Iterable
from typing import Final, Literal

from sources.documents.blocks import Block, DocumentError
from sources.vietnamese.legacy_letters import from_tcvn3, from_vni

Coding = Literal["", "tcvn3", "tcvn3_capitals", "vni", "symbol", "dingbats"]

# Adobe Symbol, the signs that a plan may use. Whatever else stands in a symbol font begins an item.
_SYMBOL: Final = {
    0xA3: "≤",
    0xB3: "≥",
    0xB1: "±",
    0xB4: "×",
    0xB9: "≠",
    0xBB: "≈",
    0xB8: "÷",
    0xA2: "′",
    0xB2: "″",
    0xAE: "→",
    0xDE: "→",
    0x2D: "-",
    0x2B: "+",
    0x2F: "/",
    0x3C: "<",
    0x3E: ">",
    0x3D: "=",
    0x25: "%",
}
_DINGBATS: Final = {0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFC: "✓", 0xFE: "☑", 0x52: "☑", 0xA8: "☐", 0x6F: "☐"}

# Letters of TCVN3 and VNI that Vietnamese in Unicode never has.
_ALIEN: Final = frozenset("µ¶¸¹»¼½¾ÆÇËÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ®©ª«¬¨")
# Vietnamese in these codes has such a letter in every second word; a foreign name or a sign has a few in a document.
_ALIEN_SHARE: Final = 0.02
_LEAST_ALIENS: Final = 10
_RAISED: Final = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
_LEGACY_REMEDY: Final = (
    "Chuyển sang phông Unicode (Times New Roman) bằng chức năng chuyển mã của UniKey rồi lưu và gửi lại."
)


def coding_of(font: str) -> Coding:
    """How text in this font is coded; "" for Unicode."""
    given = font.strip().strip("\"'")
    name = given.casefold()
    if name.startswith(".vn"):
        return "tcvn3_capitals" if given.endswith("H") else "tcvn3"
    if name.startswith(("vni-", "vni ")):
        return "vni"
    if name == "symbol":
        return "symbol"
    return "dingbats" if name.startswith(("wingdings", "webdings", "zapf dingbats")) else ""


def decoded(text: str, coding: Coding) -> str:
    """Unicode text of a run. Runs that hold Unicode Vietnamese under a legacy font stay as they are."""
    if not coding or any(char.isalpha() and char > "ÿ" for char in text):
        return text
    if coding in {"symbol", "dingbats"}:
        return "".join(symbol(ord(char), coding) for char in text)
    if coding == "vni":
        return from_vni(text)
    unicode_text = from_tcvn3(text)
    return unicode_text.upper() if coding == "tcvn3_capitals" else unicode_text


def symbol(code: int, coding: Coding) -> str:
    """The sign at this code of a symbol font: codes above U+F000 are the font's own, shifted."""
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if chr(low).isspace() or low < 0x20:
        return " "
    return (_SYMBOL if coding == "symbol" else _DINGBATS).get(low, "•")


def raised(text: str) -> str:
    """Raised digits stay raised: "95%" with the note mark 1 is not 95%1."""
    return text.translate(_RAISED)


def refuse_legacy_letters(blocks: Iterable[Block]) -> None:
    """DocumentError where the text is in the codes of a legacy font and nothing says which."""
    aliens = letters = 0
    first = ""
    for block in blocks:
        found = sum(char in _ALIEN for char in block.text)
        first = first or (block.place if found else "")
        aliens += found
        letters += sum(char.isalpha() for char in block.text)
    if aliens >= _LEAST_ALIENS and aliens > _ALIEN_SHARE * letters:
        message = f"Văn bản dùng mã phông chữ cũ (TCVN3 hoặc VNI), không đọc được; ví dụ ở {first}."
        raise DocumentError("not_unicode", message, _LEGACY_REMEDY)
