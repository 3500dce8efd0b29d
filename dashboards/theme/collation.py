"""The order in which Vietnamese names are read: letters of the alphabet first, then tones, then case.

Python's own order puts Đ after Z and Á after every plain letter. The order of tones is that of the common locale data
(CLDR, vi): none, grave, hook, tilde, acute, dot below.
"""

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: position for position, letter in enumerate(_LETTERS)}
_BARRED_D = "\u0111\u0110"
_NUMBER = re.compile(r"(\d+)")

Key = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]


def collation_key(text: str | None) -> Key:
    """Key for sorted(): "Đà Nẵng" after "Dương", "Bà" before "Bá", "Tổ 2" before "Tổ 10"; None comes first."""
    letters: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for part in _NUMBER.split((text or "").casefold()):
        if part.isdecimal():
            digits = _digits(part)
            letters.append((1, len(digits), digits))
            continue
        for char in _without_tones(part, tones):
            group, position = (2, _RANK[char]) if char in _RANK else (3 if char.isalpha() else 0, ord(char))
            letters.append((group, position, ""))
    return tuple(letters), tuple(tones), text or ""


def is_vietnamese(text: str | None) -> bool:
    """Whether a text has any letter that Vietnamese adds to the plain alphabet."""
    return any(unicodedata.combining(char) or char in _BARRED_D for char in unicodedata.normalize("NFD", text or ""))


def _digits(number: str) -> str:
    """A whole number of any length as comparable text: Python turns none of more than 4300 digits into an int."""
    return "".join(str(unicodedata.decimal(char)) for char in number).lstrip("0")


def _without_tones(text: str, tones: list[int]) -> str:
    """Letters with their hats, tones set aside in reading order (0 for none)."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if char in _TONES and tones:
            tones[-1] = _TONES[char]
        elif unicodedata.combining(char) and kept:
            kept[-1] = unicodedata.normalize("NFC", kept[-1] + char)
        else:
            kept.append(char)
            tones.append(0)
    return "".join(kept)
