"""Text that a scan or a change of fonts probably broke, and figures that stand in it. Nothing is mended here.

Names, abbreviations and foreign words are many and never Vietnamese syllables; a word counts only where it is written
small and bears Vietnamese marks, or where its letters and digits cannot stand together.
"""

import re
from collections.abc import Iterator, Sequence

from sources.documents.blocks import Block
from sources.plans.remarks import Remark, place_text, remark
from sources.plans.targets import TargetDraft
from sources.vietnamese.normal import fold_spaces
from sources.vietnamese.syllables import is_bare_syllable, is_marked, is_syllable, loanwords, syllables_of

_WHOLE = "toàn bộ văn bản"
_WORD = re.compile(r"(?<![\w@./\\:-])[^\W\d_]{2,}(?![\w@/\\])")
# Signs that stand for letters no font could show: U+FFFD, private use, and UTF-8 read as Windows-1252.
_LOST_SIGNS = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f]|(?:á[º»]|Ã[\x80-\xbf]|Ä‘|Æ[°¡])")
# Letters of the old fonts TCVN3 and VNI inside a word.
_OLD_FONT = re.compile(r"[a-z][®¬µ¶·¸¹©ª«»¼½¾ÆÇÐÑÒ×Ø÷ø][a-z]|(?<!\w)[®][a-zµ¸¹¶·]")
# 0 read as O, 1 as l or I, in places where only a figure can stand.
_DIGITS = re.compile(
    r"(?<![\w.])(?:"
    r"(?=[\dOoIl]*\d)(?=[\dOoIl]*[OoIl])[\dOoIl]+\s?%"
    r"|[OolI]{1,3}%"
    r"|(?=[\dOol/]*\d)(?=[\dOol/]*[Ool])[\dOol]{1,2}/[\dOol]{1,2}/[\dOol]{4}"
    r"|(?=[\dOol]*[Ool])[\dOol]{1,2}/(?:19|20)\d\d"
    r"|\d+[OolI]\d+"
    r"|l\d+"
    r")(?![\w])"
)
# A digit between small letters: "đ0n vị", "h6 sơ" stays out, for "h5" and "b12" are names.
_INSIDE = re.compile(r"(?<![\w@./-])[a-zà-ỹđ]+[0156][a-zà-ỹđ]+(?![\w@./])")
# Vietnamese writes three words of four with a mark; a paragraph with hardly any has lost them.
_LEAST_WORDS, _MOST_MARKED, _LEAST_SYLLABLES = 12, 0.12, 0.75
# A file that is broken all over is said once, not page by page.
_MOST_SAID = 20


def broken_text(blocks: Sequence[Block], targets: Sequence[TargetDraft]) -> Iterator[Remark]:
    """Findings in the order of the document, then the figures that stand beside broken words."""
    found = [(block.place, broken) for block in blocks if (broken := broken_words(block.text))]
    for place, broken in found[:_MOST_SAID]:
        yield remark("broken_text", place, ", ".join(f"“{word}”" for word in broken))
    if len(found) > _MOST_SAID:
        yield remark("broken_text", _WHOLE, f"{len(found) - _MOST_SAID} chỗ khác")
    for target in targets:
        broken = broken_words(target.statement)
        if broken:
            yield remark("figure_in_broken_text", place_text(target.at.section, target.at.place), target.statement)


def broken_words(text: str) -> list[str]:
    """Words and figures of `text` that cannot have been meant as they stand, each once."""
    bare = fold_spaces(text)
    found = [_around(bare, match) for pattern in (_LOST_SIGNS, _OLD_FONT) for match in pattern.finditer(bare)]
    found += [match[0].strip() for pattern in (_DIGITS, _INSIDE) for match in pattern.finditer(bare)]
    words = [match[0] for match in _WORD.finditer(bare)]
    found += [word for word in words if _is_broken(word)]
    if _lacks_marks(words):
        found.append(" ".join(words[:6]) + " …")
    return list(dict.fromkeys(found))


def _is_broken(word: str) -> bool:
    if not is_marked(word) or is_syllable(word):
        return False
    if word.islower():
        return word not in loanwords()
    # A name may be of any language; two whole syllables written together are a lost blank.
    parts = syllables_of(word.lower()) if word.istitle() else ()
    return len(parts) > 1 and all(is_marked(part) for part in parts)


def _lacks_marks(words: Sequence[str]) -> bool:
    small = [word for word in words if word.islower() or word.istitle()]
    if len(small) < _LEAST_WORDS or sum(map(is_marked, small)) > _MOST_MARKED * len(small):
        return False
    return sum(is_bare_syllable(word) for word in small) >= _LEAST_SYLLABLES * len(small)


def _around(text: str, match: re.Match[str]) -> str:
    """The word that a lost sign stands in."""
    start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return text[start : end if end >= 0 else len(text)]
