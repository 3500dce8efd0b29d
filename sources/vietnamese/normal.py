"""Normal forms of Vietnamese text: one spelling to show, one key to compare, one slug to name files.

NFC does not bring "Hoà" and "Hòa" together, and stripping accents leaves Đ: both are done here, once.
"""

import re
import unicodedata

# Old tone placement (hoà, khoẻ, thuý) -> new (hòa, khỏe, thúy), as Decision 240/QĐ (1984) and today's software write.
# Only where the two vowels end the syllable: "hoàn" and "thuỷnh" keep the mark on the second vowel.
_OLD_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_OLD_TONES |= {"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"}
_OLD_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_OLD_TONE = re.compile(r"(?<!q)(" + "|".join(_OLD_TONES) + r")(?!\w)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")


def fold_spaces(text: str) -> str:
    """NFC, every run of white space (also no-break and zero-width blanks) as one blank, ends trimmed."""
    text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "")
    return _BLANKS.sub(" ", text).strip()


def modern_tones(text: str) -> str:
    """Tone marks moved to today's place: "Hoà Bình" -> "Hòa Bình". Case is kept."""

    def move(match: re.Match[str]) -> str:
        pair = match[0]
        moved = _OLD_TONES[pair.lower()]
        return "".join(new.upper() if old.isupper() else new for old, new in zip(pair, moved, strict=True))

    return _OLD_TONE.sub(move, unicodedata.normalize("NFC", text))


def match_key(text: str) -> str:
    """Key for comparing names: accents kept, case, tone placement, đ/d, punctuation and blanks levelled.

    "Sở Y tế  tỉnh Hoà Bình" and "SỞ Y TẾ TỈNH HÒA BÌNH" have one key.
    """
    lowered = modern_tones(text).casefold().replace("đ", "d")
    return _NOT_WORD.sub(" ", lowered).strip()


def slug(text: str) -> str:
    """ASCII name for keys and files: "Bệnh viện Phổi Đà Nẵng" -> "benh-vien-phoi-da-nang"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
