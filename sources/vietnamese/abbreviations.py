"""Abbreviations of Vietnamese offices, written out: TTHC -> thủ tục hành chính. The list is abbreviations.csv."""

import csv
import re
from functools import cache
from pathlib import Path

from sources.vietnamese.normal import fold_spaces, match_key


@cache
def _known() -> dict[str, str]:
    with (Path(__file__).with_name("abbreviations.csv")).open(encoding="utf-8", newline="") as handle:
        return {row["abbreviation"]: row["expansion"] for row in csv.DictReader(handle)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in longest_first) + r")(?!\w)")


def expand(text: str) -> str:
    """`text` with its known abbreviations written out. Only capitals count: "bv" stays, "BV" becomes bệnh viện."""
    return _pattern().sub(lambda match: _known()[match[0]], fold_spaces(text))


def expanded_key(text: str) -> str:
    """Match key after writing out: "Phòng KHTC" and "Phòng Kế hoạch - Tài chính" have one key."""
    return match_key(expand(text))
