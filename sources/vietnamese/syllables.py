"""Which strings of letters can be a Vietnamese syllable: an onset, a rime and at most one tone.

The list is closed: some 30 onsets (onsets.csv) and 170 rimes (rimes.csv) are all there are, and a rime that ends in p,
t, c or ch bears the rising or the heavy tone. What falls outside is foreign, an abbreviation, or broken.
"""

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
# Combining marks of the five tones; breve, circumflex and horn belong to the letters.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_RISING_OR_HEAVY = frozenset("\u0301\u0323")
_STOPS = ("p", "t", "c", "ch")
_FRONT = frozenset("eêiy")
# "nghiêng" is the longest syllable.
_LONGEST = 7
_MARKED = re.compile(r"[^\x00-\x7f]")


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def _bases() -> frozenset[str]:
    """Every onset with every rime that may follow it, without tones."""
    return frozenset(
        onset["onset"] + rime["rime"]
        for onset in _rows("onsets")
        for rime in _rows("rimes")
        if _may_follow(onset["before"], rime["rime"], rime["after_qu"])
    )


def _may_follow(before: str, rime: str, after_qu: str) -> bool:
    """c, g, ng stand before back vowels, k, gh, ngh before front ones; qu has rimes of its own."""
    if before == "after_qu":
        return after_qu != "no"
    if after_qu == "only":
        return False
    if before == "back":
        # "gì", "gìn", "giếng": g before i writes the sound of gi.
        return rime[0] not in _FRONT or rime in {"i", "in", "iêc", "iêng", "iêt"}
    if before == "front":
        return rime[0] in _FRONT
    return before == "any" or rime[0] not in "iy"


@cache
def loanwords() -> frozenset[str]:
    """Words taken over from other languages and written with Vietnamese marks in one piece."""
    return frozenset(row["word"] for row in _rows("loanwords"))


def is_marked(word: str) -> bool:
    """Whether the word bears a tone or a letter that English lacks."""
    return bool(_MARKED.search(unicodedata.normalize("NFC", word)))


def is_syllable(word: str) -> bool:
    """Whether `word` can be one Vietnamese syllable. "biêt" is none, for a stop needs its tone."""
    if len(word) > _LONGEST:
        return False
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [char for char in decomposed if char in _TONES]
    base = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if len(tones) > 1 or base not in _bases():
        return False
    if base.endswith(_STOPS):
        return bool(tones) and set(tones) <= _RISING_OR_HEAVY
    return True


@cache
def _bare_bases() -> frozenset[str]:
    return frozenset(_bare(base) for base in _bases())


def is_bare_syllable(word: str) -> bool:
    """Whether `word` is what remains of a syllable that lost its tone and the marks of its letters: "viec", "duoc"."""
    return word.casefold() in _bare_bases()


def _bare(base: str) -> str:
    decomposed = unicodedata.normalize("NFD", base.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def syllables_of(word: str) -> tuple[str, ...]:
    """The syllables that were written together: "hànhchính" -> ("hành", "chính"). Empty where no division exists.

    Parts of one letter are left out: almost any string divides into them.
    """
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end - 1):
            if start in best and is_syllable(word[start:end]):
                parts = (*best[start], word[start:end])
                best[end] = min(best.get(end, parts), parts, key=len)
    return best.get(len(word), ())
