"""Letters of the two legacy codings that Vietnamese offices wrote in, TCVN3 and VNI, to Unicode.

Both put Vietnamese letters on Latin codes, so that such text looks like broken Latin. Which coding a text is in is said
by its font, or tested by whoever has only the letters; nothing is guessed here.
"""

import re
import unicodedata
from typing import Final

# TCVN 5712:1993, table VN3 (fonts .VnTime …): one code a letter. Capitals with tones come from the fonts ending in H.
_TCVN3: Final = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
# VNI for Windows (fonts VNI-Times …): a base letter, then a code for its marks; some letters have a code of their own.
_VNI_TONES: Final = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_VNI_ROOF: Final = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE: Final = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE: Final = {"ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_VNI_PAIR: Final = re.compile(r"[aeouyôö][øùûõï]|[aeo][âàáåãä]|a[êèéúüë]|[ìíæóòôöîñ]", re.IGNORECASE)


def from_tcvn3(text: str) -> str:
    """Unicode of text in TCVN3."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Unicode of text in VNI."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(lambda pair: _vni(pair[0]), text))


def _vni(pair: str) -> str:
    base, mark = pair[0], pair[1:].lower()
    letter = _VNI_ALONE.get(base.lower(), base.lower())
    if mark in _VNI_TONES:
        letter += _VNI_TONES[mark]
    elif mark in _VNI_ROOF:
        letter += "\u0302" + _VNI_ROOF[mark]
    elif mark in _VNI_BREVE:
        letter += "\u0306" + _VNI_BREVE[mark]
    return unicodedata.normalize("NFC", letter.upper() if base.isupper() else letter)
