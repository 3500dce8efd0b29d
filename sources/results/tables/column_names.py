"""Which field a heading means: by its spelling, and only where the rest of its words says nothing else.

"Tỷ lệ kế hoạch" begins like the rate and is the plan; a column that says more than its field is another column.
"""

from collections.abc import Iterable
from functools import cache

from sources.results.tables.headings import (
    DOSSIER_GROUPS,
    DOSSIER_KEY_COLUMNS,
    DOSSIER_NEUTRAL,
    DOSSIER_PARTS,
    FIGURE_COLUMNS,
    NEUTRAL_WORDS,
    SHARE_WORDS,
    WORDY_COLUMNS,
)
from sources.vietnamese.normal import slug


def figure_field(heading: str) -> str | None:
    """Field of a figure table."""
    return _closest(heading, "figure")


def dossier_field(heading: str) -> str | None:
    """Field of a dossier table: a part of its group, else what says whose a line is."""
    words = f"-{slug(heading)}-"
    if "%" in heading or any(_has(words, share) for share in SHARE_WORDS):
        return None
    for group, signs in DOSSIER_GROUPS:
        if any(_has(words, sign) for sign in signs):
            return _part(words, group, signs)
    return _closest(heading, "dossier")


def _part(words: str, group: str, signs: Iterable[str]) -> str | None:
    """The first part whose words the heading holds. The group's own words make it the total only where nothing else
    is left."""
    for part, said in DOSSIER_PARTS[group]:
        if any(_has(words, sign) for sign in said):
            return None if _rest(words, [*signs, *said, *DOSSIER_NEUTRAL]) else part
    return None


def _closest(heading: str, layout: str) -> str | None:
    """Field whose longest spelling begins the heading."""
    words = slug(heading)
    found = [(len(key), field) for key, field in _spellings(layout) if words == key or words.startswith(key + "-")]
    if not found:
        return None
    field = max(found)[1]
    own = [key for key, of in _spellings(layout) if of == field]
    neutral = NEUTRAL_WORDS if layout == "figure" else DOSSIER_NEUTRAL
    return field if field in WORDY_COLUMNS or not _rest(f"-{words}-", [*own, *neutral]) else None


def _rest(words: str, known: Iterable[str]) -> list[str]:
    """Words that are left without the known ones, the longest of which go first, and without column numbers."""
    for sign in sorted({slug(sign) for sign in known}, key=len, reverse=True):
        while f"-{sign}-" in words:
            words = words.replace(f"-{sign}-", "-|-")
    return [word for word in words.split("-") if word not in ("", "|") and not (word.isdigit() and len(word) <= 2)]


def _has(words: str, sign: str) -> bool:
    return f"-{slug(sign)}-" in words


@cache
def _spellings(layout: str) -> tuple[tuple[str, str], ...]:
    columns = FIGURE_COLUMNS if layout == "figure" else DOSSIER_KEY_COLUMNS
    return tuple((slug(spelling), field) for field, spellings in columns.items() for spelling in spellings)
