"""Words that figures are counted in: nouns with their units, rates with a name of their own, how often."""

import csv
import re
from functools import cache
from pathlib import Path

from sources.vietnamese.number_words import NUMBER_WORDS

# A run of digits with the dots and commas inside it; whether it is a number is for the number reader to say. It begins
# where digits begin and has at most 22 signs, more than the largest figure takes: hostile runs have no more than these.
NUMBER = r"(?<!\d)(?<!\d[.,])(?:\d[\d.,]{0,20}\d|\d)"
# A period that a count is against stands in the same sentence.
_REACH = 300
_OFTEN = {"quý": "quarter", "tháng": "month", "năm": "year", "tuần": "week"}
# A noun that no list knows: any word but one that measures time.
ANY_COUNT = re.compile(
    rf"(?<![\w/])(?P<a>{NUMBER}|{NUMBER_WORDS})(?:\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?"
    rf"\s+(?P<noun>(?!(?:giờ|ngày|tuần|tháng|quý|năm|tuổi|phút|giây|điểm)\b)[^\W\d_]{{2,}})",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(r"(?:hàng|hằng|mỗi|một|trên|/)\s*(quý|tháng|năm|tuần)\b", re.IGNORECASE)
# "Hằng năm, mỗi đơn vị tổ chức tối thiểu hai lớp": said at the beginning, it counts for what follows.
_AT_START = re.compile(r"^\W*(?:hàng|hằng|mỗi)\s+(quý|tháng|năm|tuần)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\s*(?:trong|trong một|trong mỗi)\s+(quý|tháng|năm|tuần)\b(?!\s*\d)", re.IGNORECASE)


@cache
def counted() -> tuple[re.Pattern[str], dict[str, str]]:
    """Pattern of a count with its noun, and noun -> stem of its unit."""
    with Path(__file__).with_name("counted.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    stems = {row["noun"].casefold(): row["stem"] for row in rows}
    nouns = "|".join(re.escape(noun) for noun in sorted(stems, key=len, reverse=True))
    pattern = (
        rf"(?<![\w/])(?:(?P<a>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?\s+(?P<noun>{nouns})(?!\w)"
        rf"|(?P<word>{NUMBER_WORDS})\s+(?P<spoken>{nouns})(?!\w))"
    )
    return re.compile(pattern, re.IGNORECASE), stems


@cache
def rates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Rates with a name of their own: "2,1 con/phụ nữ", "111 bé trai/100 bé gái"."""
    with Path(__file__).with_name("rates.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(
            (
                re.compile(
                    rf"(?<![\w/])(?P<a>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?\s*{row['pattern']}(?!\w)",
                    re.IGNORECASE,
                ),
                row["unit"],
            )
            for row in csv.DictReader(handle)
        )


def count_unit(text: str, end: int, stem: str) -> str:
    """Unit of a count that ends at `end`: the stem, against a period where one is named ("02 lần/năm")."""
    whole, start = text, max(0, end - _REACH)
    text, end = text[start : end + _REACH], end - start
    often = _WITHIN.match(text[end:]) if stem in {"times", "sessions", "days"} else None
    if stem == "days":
        often = often or re.match(r"\s*/\s*(quý|tháng|năm|tuần)\b", text[end:], re.IGNORECASE)
    if often is None and stem in {"times", "sessions", "count"}:
        near = re.split(r"[;.]", text[end:], maxsplit=1)[0] if stem == "count" else text
        often = _FREQUENCY.search(near[:40] if stem == "count" else near)
    if often is None and stem in {"count", "times", "sessions"}:
        often = _AT_START.match(whole)
    if often is None:
        return "count" if stem in {"times", "sessions"} else stem
    period = _OFTEN[often[1].lower()]
    # The annotated plans count times and sessions of a year as a count a year, those of a quarter as times.
    if stem in {"times", "sessions"}:
        stem = {"year": "count", "quarter": "times"}.get(period, stem)
    return f"{stem}_per_{period}"
