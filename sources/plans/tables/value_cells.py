"""One figure in a table of targets: "≥ 95%", "80 - 85", "Trên 02", "96,5" under a column of units."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sources.vietnamese.comparators import comparison
from sources.vietnamese.normal import fold_spaces, match_key
from sources.vietnamese.numbers import AmbiguousNumberError, NotANumberError, read_decimal
from sources.vietnamese.quantities import find_quantities
from sources.vietnamese.quantity import fits
from sources.vietnamese.quantity_words import NUMBER

_FIGURE = re.compile(rf"(?P<a>{NUMBER})(?:\s*%?\s*(?:-|–|đến)\s*(?P<b>{NUMBER}))?")
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
_OFTEN = {"quý": "quarter", "tháng": "month", "năm": "year", "tuần": "week"}
# What may stand around a figure in a cell beside words of comparison: its unit, "đạt", "lần".
_MOST_WORDS = 6
# Six words have some fifty letters; blanks may stand between them.
_LONGEST = 200
_RANKS = {"hạng", "thứ hạng", "vị trí", "xếp hạng", "thứ bậc"}
_COUNTS = frozenset({"count"})
_STRANGE = re.compile(
    r"‰|(?<!\w)(?:giờ|tuổi|độ)(?!\w)|/\s*[\d.]*\s*(?!(?:quý|tháng|năm|tuần|lượt|hồ sơ|người\s*$))[^\W\d_]",
    re.IGNORECASE,
)
_OPENINGS = {"", "dạt", "dạt từ", "dạt mức"}


@dataclass(frozen=True, slots=True)
class ValueCell:
    """The figure as read; printed: the words of comparison."""

    comparator: str
    printed: str | None
    value: Decimal
    value_max: Decimal | None
    unit: str


def read_value_cell(cell: str, unit_cell: str, indicator: str) -> ValueCell | None:
    """The one figure of `cell`. None where the cell holds none, several, or a sentence about something else."""
    if len(cell) > _LONGEST or len(unit_cell) > _LONGEST or len(cell.split()) > _MOST_WORDS:
        return None
    text = fold_spaces(cell)
    unit_words = fold_spaces(unit_cell)
    if "%" not in text and _is_percent(unit_words or indicator):
        text = re.sub(rf"({NUMBER})(?!.*\d)", r"\1%", text)
    named = _with_unit(f"{text} {unit_words}") if unit_words and "%" not in text else None
    if named is not None:
        return named
    found, left = find_quantities(text)
    if len(found) == 1 and not left:
        only = found[0]
        return ValueCell(only.comparator, only.printed, only.value, only.value_max, only.unit)
    figures = list(_FIGURE.finditer(text))
    if len(figures) != 1 or found:
        return None
    return _bare(text, figures[0], unit_words)


def _with_unit(text: str) -> ValueCell | None:
    """A cell read with its unit as one phrase: "32 giường/10.000 dân", "15 triệu đồng"."""
    found, left = find_quantities(text)
    if len(found) != 1 or left or found[0].unit in _COUNTS:
        return None
    return ValueCell(found[0].comparator, found[0].printed, found[0].value, found[0].value_max, found[0].unit)


def _is_percent(unit_words: str) -> bool:
    key = match_key(unit_words)
    return "%" in unit_words or key in {"phần trăm", "tỷ lệ"}


def _bare(text: str, figure: re.Match[str], unit_words: str) -> ValueCell | None:
    unit, scale = _unit(unit_words or text[figure.end() :])
    if _STRANGE.search(unit_words):
        return None  # "giờ", "‰", "ca/1.000 dân": nothing that a count would say truly
    whole = unit not in {"days", "minutes", "points", "vnd"}
    try:
        first = read_decimal(figure["a"], whole=whole)
        second = read_decimal(figure["b"], whole=whole) if figure["b"] else None
    except (NotANumberError, AmbiguousNumberError):
        return None
    if second is not None and second <= first:
        return None
    said = comparison(text[: figure.start()], text[figure.end() :], is_range=second is not None)
    if said is None or match_key(text[: figure.start() - said.before]) not in _OPENINGS:
        return None  # "Nhóm 10": the words before the figure say something else
    values = (first * scale, None if second is None else second * scale)
    if not fits(values):
        return None
    return ValueCell(said.comparator, said.printed, *values, unit)


def _unit(words: str) -> tuple[str, int]:
    """Unit of a count by the words beside it or of its unit cell, and what the figure is to be multiplied by."""
    key = match_key(words)
    if key.endswith(("dồng", "vnd")):
        return "vnd", next((size for word, size in _SCALES.items() if match_key(word) in key.split()), 1)
    often = re.search(r"(?:/|\bmỗi|\bmột|\bhằng|\bhàng)\s*(quý|tháng|năm|tuần)\b", words, re.IGNORECASE)
    stem = "points" if key.startswith("diểm") else "minutes" if key.startswith("phút") else "count"
    stem = "days" if key.startswith("ngày") else "rank" if key in _RANKS else stem
    if often and stem == "count":
        noun = "times" if key.startswith("lần") else "sessions" if key.startswith("buổi") else "count"
        period = _OFTEN[often[1].lower()]
        return (f"count_per_{period}" if period == "year" else f"{noun}_per_{period}"), 1
    return stem, 1
