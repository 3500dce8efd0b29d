"""What a clause measures: the clause without its figure and the words of comparison around it."""

import re

from sources.plans.clauses import trimmed
from sources.vietnamese.quantities import find_quantities

_REACHES = re.compile(r"(?:\s|^)(?:đạt|đạt mức|đạt tỷ lệ|là|lên|xuống|còn|được)\s*$", re.IGNORECASE)
_ADVERB_ALONE = re.compile(r"^\s*(?:tiếp tục|phấn đấu|đảm bảo|bảo đảm|hoàn thành)\s*$", re.IGNORECASE)
_YEAR_AT_END = re.compile(r"[:,]?\s*(?:(?:đến|vào|trong)\s+)?năm\s+20\d\d\s*$", re.IGNORECASE)
_UP_TO_FIGURE = re.compile(r"^.*?(?:[\d.,]+|(?<!\w)(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười))\s*", re.IGNORECASE)
# Units that are not what is counted: "45 phút" of a waiting time, unlike "4 huyện".
_UNITS = frozenset({"percent", "minutes", "days", "points", "vnd", "rank"})


def subject_of(statement: str) -> str | None:
    """ "Tỷ lệ đúng hạn đạt tối thiểu 96%" -> "Tỷ lệ đúng hạn"; a counted noun stays: "4 huyện" -> "huyện"."""
    found, _ = find_quantities(statement)
    if not found:
        return None
    quantity = found[0]
    noun = "" if quantity.unit in _UNITS else _UP_TO_FIGURE.sub("", statement[quantity.start : quantity.end])
    before = _YEAR_AT_END.sub("", _REACHES.sub("", statement[: quantity.start].rstrip()))
    before = _ADVERB_ALONE.sub("", before)
    subject = trimmed(f"{before} {noun} {statement[quantity.end :]}")
    return re.sub(r"\s+([,;:.)])", r"\1", subject) or None
