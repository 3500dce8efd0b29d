"""Letters as a PDF file gives them to plain text: by their font, their size and the line they stand on."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from sources.documents.letters import coding_of, decoded, raised

# Letters of a note's number are two thirds of the others, and stand off the line by more than a tenth of their size.
_SMALL = 0.8
_RAISED = 0.15
# What names of fonts carry besides the font: ".VnTime,Bold", "SymbolMT", "Wingdings-Regular".
_FONT_STYLE = re.compile(r"(?:MT|[,-](?:Bold|Italic|Oblique|Regular)\w*)+$")
# Signs of Word's symbol fonts, which have no place in Unicode, as the bullets they print.
_SYMBOLS = {"\uf02b": "+", "\uf02d": "-", "\uf0a7": "▪", "\uf06f": "o"}
# A glyph that the file gives no letter for.
UNKNOWN = "\ufffd"


def base_of(letter: dict[str, Any]) -> float:
    """The line a letter stands on, from the top of the page."""
    return float(letter["top"] + letter["y1"] - letter["matrix"][5])


def is_raised(letter: dict[str, Any], largest: dict[str, Any] | None) -> bool:
    """Whether a letter is the small raised number of a note, or a power: "30" with the note mark 1 is not 301."""
    if largest is None or letter["size"] > _SMALL * largest["size"]:
        return False
    return bool(base_of(largest) - base_of(letter) > _RAISED * largest["size"])


def written(run: Sequence[dict[str, Any]], font: str, is_small: bool) -> str:
    """Letters of one font as plain text: by the codes of old fonts, ligatures apart, bullets in their usual signs."""
    coding = coding_of(_FONT_STYLE.sub("", font.split("+", 1)[-1]))
    texts = [UNKNOWN if letter["text"].startswith("(cid:") else letter["text"] for letter in run]
    plain = "".join(_plain(char) for char in decoded("".join(texts), coding))
    return raised(plain) if is_small else plain


def _plain(char: str) -> str:
    if "\uf000" <= char <= "\uf0ff":
        return _SYMBOLS.get(char, "•")
    if "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    if char in {"\u2010", "\u2011"}:
        return "-"
    return "" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char
