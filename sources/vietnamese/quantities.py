"""Quantities in a sentence: "đạt tối thiểu 96%", "từ 25 - 30%", "giảm bình quân 15%", "ít nhất một lần" a quarter.

Finds figures that measure something, with what is said about them. What a figure is about is not decided here, and a
figure that cannot be read in one way only is handed back as left over, never guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from sources.vietnamese.counts import read_any_count, read_count
from sources.vietnamese.masks import mask_non_figures
from sources.vietnamese.number_words import NUMBER_WORDS
from sources.vietnamese.quantity import Quantity, fits, read_quantity, read_values
from sources.vietnamese.quantity_words import ANY_COUNT, NUMBER, counted, rates

_PERCENT = re.compile(
    rf"(?<![\w/])(?P<a>{NUMBER}|{NUMBER_WORDS}(?=\s+phần trăm))\s*(?:%\s*)?"
    rf"(?:(?:-|–|đến|tới)\s*(?P<b>{NUMBER})\s*)?(?:điểm\s+)?(?:%|phần trăm)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"(?<![\w/])(?P<a>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?"
    r"\s*+(?P<scale>triệu|tỷ|nghìn tỷ|nghìn)?\s*+(?:đồng|VNĐ)\b",
    re.IGNORECASE,
)
# "thuộc nhóm 20 tỉnh dẫn đầu", "top 10", "xếp thứ 5 trở lên"; "xếp thứ 12/34" says of how many and is left over.
_RANK = re.compile(
    r"(?<!\w)(?P<words>(?:(?:thuộc|trong|vào)\s*)?(?:nhóm|top)\s+|(?:vị trí|hạng|xếp)\s+(?:thứ\s+)?)"
    r"(?P<a>\d{1,3})(?![\d/%,.]*\d|%)"
    r"(?:(?:\s+[^\W\d_]+,?){1,6}?\s+(?:dẫn đầu|đứng đầu|cao nhất|tốt nhất)|\s+(?:cả nước|toàn quốc|toàn tỉnh|trở lên))",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d.,/]*\s*%?")
# No sentence or cell of a plan comes near this; what has hundreds of figures is a table that lost its cells.
_MOST_FIGURES = 400
_SCALES = {"": 1, "nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "nghìn tỷ": 1_000_000_000_000}


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Digits that no rule understands."""

    start: int
    end: int
    text: str


def find_quantities(text: str) -> tuple[list[Quantity], list[LeftOver]]:
    """Quantities of `text` in reading order, and the digits that remain.

    Every figure is kept apart from numbers of documents, dates, years, levels and standards (see masks).
    """
    masked = mask_non_figures(text)
    figures = list(_DIGITS.finditer(masked))
    if len(figures) > _MOST_FIGURES:
        return [], [LeftOver(match.start(), match.end(), match[0].strip()) for match in figures]
    found: list[Quantity] = []
    for pattern, unit in rates():
        for match in pattern.finditer(masked):
            values = read_values(match, whole=False)
            rate = read_quantity(text, match, values, unit) if values else None
            if rate is not None and (unit != "years_of_age" or re.search("tuổi thọ", text, re.IGNORECASE)):
                found.append(rate)
                masked = _blank(masked, rate.start, rate.end)
    for pattern, reader in (
        (_RANK, _rank),
        (_PERCENT, _percent),
        (_MONEY, _money),
        (counted()[0], read_count),
        (ANY_COUNT, read_any_count),
    ):
        for match in pattern.finditer(masked):
            quantity = reader(text, match)
            if quantity is not None:
                found.append(quantity)
                masked = _blank(masked, quantity.start, quantity.end)
    found.sort(key=lambda quantity: quantity.start)
    left = [LeftOver(match.start(), match.end(), match[0].strip()) for match in _DIGITS.finditer(masked)]
    return found, left


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _rank(text: str, match: re.Match[str]) -> Quantity | None:
    """A place in a list: reached by standing there or higher up."""
    return Quantity(match.start(), match.end(), "le", match["words"], Decimal(match["a"]), None, "rank")


def _percent(text: str, match: re.Match[str]) -> Quantity | None:
    values = read_values(match, whole=False)
    return read_quantity(text, match, values, "percent") if values else None


def _money(text: str, match: re.Match[str]) -> Quantity | None:
    values = read_values(match, whole=False)
    if values is None:
        return None
    scale = _SCALES[(match["scale"] or "").lower()]
    scaled = (values[0] * scale, values[1] * scale if values[1] is not None else None)
    if not fits(scaled):
        return None
    return read_quantity(text, match, scaled, "vnd")
