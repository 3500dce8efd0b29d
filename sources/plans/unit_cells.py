"""Cells of lead and coordinating units: names as printed, one by one."""

import re
from functools import cache
from itertools import pairwise

from sources.plans.vocabulary import table
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.normal import fold_spaces, match_key

_LEAD_IN = re.compile(
    r"^(?:(?:phối hợp(?: với)?|chủ trì|đơn vị chủ trì|đơn vị phối hợp|cơ quan chủ trì|giao)\s*:?\s+)", re.IGNORECASE
)
# "UBND các huyện, thị xã, thành phố: ..." is a name before its colon; a longer start is a sentence.
_NAME_WORDS = 15
# "Trung tâm Kiểm soát bệnh tật (CDC)": the short form behind a name adds nothing to it.
_SHORT_FORM = re.compile(r"(?<=\w)\s*\([A-ZĐ]{2,}\)$")
_BULLET = re.compile(r"^[-–+•*]\s*")


@cache
def _opener() -> re.Pattern[str]:
    """What a new name begins with: a capital word for a unit, "các ...", "02 Chi cục"."""
    words = "|".join(re.escape(row["word"]) for row in sorted(table("unit_words"), key=lambda row: -len(row["word"])))
    return re.compile(rf"(?:(?:{words})(?!\w)|(?:[Cc]ác|[Tt]oàn|[Tt]ất cả|[Mm]ột số|[Nn]hững|[Mm]ọi)\s|\d{{1,3}}\s+\w)")


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(re.escape(row["verb"]) for row in sorted(table("unit_verbs"), key=lambda row: -len(row["verb"])))
    # Only in small letters: "Phòng Kiểm tra" is a name, "Văn phòng kiểm tra" a unit and what it does.
    return re.compile(rf"(?<=\w)\s+(?:{verbs})(?!\w)|(?<=,)\s+(?:{verbs})(?!\w)")


def split_units(cell: str | None) -> list[str]:
    """Names in a cell, as printed. Split at semicolons and lines, and at a comma or "và" only before a new name:
    "Các phòng, ban cơ quan Sở; các đơn vị trực thuộc" are two, not three."""
    names: list[str] = []
    for piece in re.split(r"[;\n]", cell or ""):
        piece = _LEAD_IN.sub("", _BULLET.sub("", piece.strip()))
        for name in _split_piece(piece):
            bare = without_verb(fold_spaces(name).strip(" .,:"))
            if any(char.isalpha() for char in bare):
                names.append(bare)
    return names


def _split_piece(piece: str) -> list[str]:
    found, start = [], 0
    for joint in re.finditer(r",\s*|\s+và\s+", piece):
        in_brackets = piece[: joint.start()].count("(") > piece[: joint.start()].count(")")
        if not in_brackets and _opener().match(piece, joint.end()):
            found.append(piece[start : joint.start()])
            start = joint.end()
    found.append(piece[start:])
    return [part for name in found for part in _repeated(name)]


def _repeated(name: str) -> list[str]:
    """ "Phòng A Phòng B", the separator left out: the same first word again begins a new name."""
    words = name.strip().split(" ")
    if len(words) < 4 or not words[0][:1].isupper():
        return [name]
    starts = [index for index, word in enumerate(words) if word == words[0] and (index == 0 or index >= 2)]
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]


def without_verb(name: str) -> str:
    """The name alone, where a cell goes on to say what the unit does."""
    if is_collective(name):
        return name  # "các đơn vị tiếp nhận hồ sơ": the verb says which ones
    cut = _cut(name)
    return name if cut is None else name[:cut]


def _cut(name: str) -> int | None:
    """Where the name ends and the verb begins; "Ban chỉ đạo" and "Đoàn kiểm tra" are names as a whole."""
    for match in _verb().finditer(name):
        if name[: match.start()] not in _incomplete():
            return match.start()
    return None


@cache
def _incomplete() -> frozenset[str]:
    return frozenset(row["word"] for row in table("unit_words") if row["stands_alone"] == "no")


def starts_unit(text: str) -> bool:
    """Whether the text begins with the name of a unit."""
    return bool(_opener().match(text))


def split_duty(text: str) -> tuple[str | None, str]:
    """ "Văn phòng Sở theo dõi ..." -> ("Văn phòng Sở", "theo dõi ..."). (None, text) where no unit stands first."""
    bare = re.sub(r"^[Gg]iao\s+", "", text)
    if not starts_unit(bare):
        return None, text
    name, colon, rest = bare.partition(":")
    if colon and rest.strip() and len(name.split()) <= _NAME_WORDS and _cut(name) is None:
        return name.strip(), rest.strip()
    cut = _cut(bare)
    if cut is None:
        return None, text
    return bare[:cut].strip(" ,:"), bare[cut:].strip(" ,:")


def unit_match_key(name: str) -> str:
    """One key for the spellings of a name, known abbreviations written out: "P. KHTC" is a Phòng."""
    return expanded_key(_SHORT_FORM.sub("", re.sub(r"^P\.\s*", "Phòng ", name)))


def is_collective(name: str) -> bool:
    """A group: "các đơn vị trực thuộc", "02 Chi cục", "Thủ trưởng các đơn vị"."""
    key = match_key(name)
    if re.match(r"\d+ ", key):
        return True
    return any(
        key == phrase or key.startswith(phrase + " ")
        for phrase in (match_key(row["phrase"]) for row in table("generic_units"))
    )
