"""Quantities in a sentence: "đạt tối thiểu 96%", "từ 25 - 30%", "giảm bình quân 15%", "ít nhất một lần" a quarter.

Finds figures that measure something, with what is said about them. What a figure is about is not decided here, and a
figure that cannot be read in one way only is handed back as left over, never guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from sources.vietnamese.comparators import comparison
from sources.vietnamese.masks import mask_non_figures
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal
from sources.vietnamese.quantity_words import NUMBER, SPOKEN, count_unit, counted, rates

# What a raw column holds: eighteen digits, four of them decimals.
_LARGEST = Decimal(10) ** 13
_PERCENT = re.compile(
    rf"(?<![\w/])(?P<a>{NUMBER})\s*(?:%\s*)?(?:(?:-|–|đến|tới)\s*(?P<b>{NUMBER})\s*)?(?:%|phần trăm)", re.IGNORECASE
)
_MONEY = re.compile(
    rf"(?<![\w/])(?P<a>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?"
    r"\s*(?P<scale>triệu|tỷ|nghìn tỷ|nghìn)?\s*(?:đồng|VNĐ)\b",
    re.IGNORECASE,
)
_SCALES = {"": 1, "nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "nghìn tỷ": 1_000_000_000_000}
# "với 02 bệnh viện", "của 10 đơn vị": who takes part, not what is to be reached.
# How far words of company or duration may stand from their figure.
_REACH = 300
_MEASURED = frozenset({"days", "minutes", "points"})
_SCORE_ENDS = re.compile(r"\s*(?:$|[,;.:()/]|trở|trên|so với|và|theo|%)", re.IGNORECASE)
_DURATION = re.compile(r"(?<!\w)(?:thời gian|rút ngắn|giảm)(?!\w)[^;]*$", re.IGNORECASE)
_COMPANY = re.compile(r"(?:\bvới|\bcủa|\bgiữa|\bgồm|\btrong số|\bvào|\bcó)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its words. start and end hold the words of comparison too; value is a size for rises and cuts."""

    start: int
    end: int
    comparator: str
    printed: str | None
    value: Decimal
    value_max: Decimal | None
    unit: str


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
    found: list[Quantity] = []
    for pattern, unit in rates():
        for match in pattern.finditer(masked):
            values = _values(match, whole=False)
            rate = _quantity(text, match, values, unit) if values else None
            if rate is not None and (unit != "years_of_age" or re.search("tuổi thọ", text, re.IGNORECASE)):
                found.append(rate)
                masked = _blank(masked, rate.start, rate.end)
    for pattern, reader in ((_PERCENT, _percent), (_MONEY, _money), (counted()[0], _count)):
        for match in pattern.finditer(masked):
            quantity = reader(text, masked, match)
            if quantity is not None:
                found.append(quantity)
                masked = _blank(masked, quantity.start, quantity.end)
    found.sort(key=lambda quantity: quantity.start)
    left = [LeftOver(match.start(), match.end(), match[0].strip()) for match in re.finditer(r"\d[\d.,]*\s*%?", masked)]
    return found, left


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _values(match: re.Match[str], *, whole: bool) -> tuple[Decimal, Decimal | None] | None:
    try:
        first = read_decimal(match["a"], whole=whole)
        second = read_decimal(match["b"], whole=whole) if match["b"] else None
    except (NotANumberError, AmbiguousNumberError):
        return None
    if max(first, second or first) >= _LARGEST or _decimals(first) > 4:
        return None
    return None if second is not None and second <= first else (first, second)


def _decimals(number: Decimal) -> int:
    return -int(number.as_tuple().exponent)


def _percent(text: str, masked: str, match: re.Match[str]) -> Quantity | None:
    values = _values(match, whole=False)
    return _quantity(text, match, values, "percent") if values else None


def _money(text: str, masked: str, match: re.Match[str]) -> Quantity | None:
    values = _values(match, whole=False)
    if values is None:
        return None
    scale = _SCALES[(match["scale"] or "").lower()]
    scaled = (values[0] * scale, values[1] * scale if values[1] is not None else None)
    if max(scaled[0], scaled[1] or scaled[0]) >= _LARGEST * 10:
        return None
    return _quantity(text, match, scaled, "vnd")


def _count(text: str, masked: str, match: re.Match[str]) -> Quantity | None:
    noun = (match["noun"] or match["spoken"]).casefold()
    stem = counted()[1][noun]
    values: tuple[Decimal, Decimal | None] | None
    values = (
        (Decimal(SPOKEN[match["word"].lower()]), None) if match["word"] else _values(match, whole=stem not in _MEASURED)
    )
    if values is None:
        return None
    quantity = _quantity(text, match, values, count_unit(text, match.end(), stem))
    if quantity is None:
        return None
    is_bare = quantity.printed is None
    if stem in _MEASURED and is_bare:
        return None  # "trong 05 ngày", "15 ngày": a limit or a date, not something reached, unless the words say so
    if stem == "points" and not _SCORE_ENDS.match(text[match.end() : match.end() + _REACH]):
        return None  # "03 điểm tiếp nhận": places, not points
    if stem in {"days", "minutes"} and not _DURATION.search(text[max(0, match.start() - _REACH) : match.start()]):
        return None  # "hồ sơ quá hạn trên 10 ngày": which dossiers, not how long
    if match["word"] and is_bare and "_per_" not in quantity.unit:
        return None  # "một lần nữa", "một cuộc": speech, not a figure, unless it is counted against a period
    if (
        is_bare
        and "_per_" not in quantity.unit
        and _COMPANY.search(text[max(0, match.start() - _REACH) : match.start()])
    ):
        return None
    return quantity


def _quantity(
    text: str, match: re.Match[str], values: tuple[Decimal, Decimal | None] | None, unit: str
) -> Quantity | None:
    if values is None:
        return None
    said = comparison(
        text[max(0, match.start() - _REACH) : match.start()],
        text[match.end() : match.end() + _REACH],
        is_range=values[1] is not None,
    )
    if said is None:
        return None
    start, end = match.start() - said.before, match.end() + said.after
    return Quantity(start, end, said.comparator, said.printed, values[0], values[1], unit)
