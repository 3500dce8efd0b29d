"""The plan reader's lexicon: heading variants, key phrases and names, read once from the tables in lexicon/.

Only looking up stands here; what a phrase means for a plan is decided where it is used.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.normal import match_key

_FOLDER = Path(__file__).with_name("lexicon")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of lexicon/<name>.csv."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def phrases(name: str, code: str, phrase: str) -> tuple[tuple[str, str], ...]:
    """(key of the phrase, code) of a lexicon table, longest phrase first."""
    keyed = {(expanded_key(row[phrase]), row[code]) for row in table(name)}
    return tuple(sorted(keyed, key=lambda pair: (-len(pair[0]), pair)))


def starts_with(key: str, phrase: str) -> bool:
    """Whether the match key begins with the phrase, at a word's end."""
    return key == phrase or key.startswith(phrase + " ")


def holds(key: str, phrase: str) -> bool:
    """Whether the match key holds the phrase as whole words."""
    return f" {phrase} " in f" {key} "


def longest_start(key: str, keyed: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The first, that is longest, (phrase, code) that `key` begins with."""
    return next((pair for pair in keyed if starts_with(key, pair[0])), None)


@cache
def province_pattern() -> re.Pattern[str]:
    """A province's name at a word's boundary, in any spelling of its tones."""
    names = sorted((row["province"] for row in table("provinces")), key=len, reverse=True)
    keys = {match_key(name): name for name in names}
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True)) + r")(?!\w)"
    )


@cache
def _provinces() -> dict[str, str]:
    return {match_key(row["province"]): row["province"] for row in table("provinces")}


def find_province(text: str) -> str | None:
    """The last province named in `text`, in its standard spelling."""
    found = province_pattern().findall(match_key(text))
    return _provinces()[found[-1]] if found else None
