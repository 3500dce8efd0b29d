"""Counted figures: with a noun that the list knows, or before any noun where a word of doing says so."""

import re
from decimal import Decimal

from sources.vietnamese.number_words import read_number_words
from sources.vietnamese.quantity import REACH, Quantity, before, read_quantity, read_values
from sources.vietnamese.quantity_words import count_unit, counted

_MEASURED = frozenset({"days", "minutes", "points"})
_SCORE_ENDS = re.compile(r"\s*(?:$|[,;.:()/]|trở|trên|so với|và|theo|%)", re.IGNORECASE)
_DURATION = re.compile(r"(?<!\w)(?:thời gian|rút ngắn|giảm)(?!\w)[^;]*$", re.IGNORECASE)
# "xuống còn 10 ngày", "lên 7,4 điểm": what is reached, however it was before.
_REACHED = re.compile(r"(?<!\w)(?:xuống|còn|lên|lên thành|đạt|đạt mức)\s*$", re.IGNORECASE)
# What is done a number of times stands right before it: "ban hành 03 quy chế", "lắp đặt thêm 02 máy".
_DOING = re.compile(
    r"(?:^|[,;:.(])\s*(?:[^\W\d_]+\s+){1,3}$"
    r"|(?<!\w)(?:tổ chức|ban hành|xây dựng|hoàn thành|thực hiện|triển khai|mở|có|đạt|thêm|bổ sung|cắt giảm|bãi bỏ|tại"
    r"|thành lập)\s*$",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?<!\w)(?:địa bàn|với|của|giữa|gồm|trong|số|vào|ở|từ|sau|trước|qua|theo|các|những|tới|đến|cho|về|là)\s*$",
    re.IGNORECASE,
)
_SHORT_CELL = 4
# "với 02 bệnh viện", "của 10 đơn vị": who takes part, not what is to be reached.
_COMPANY = re.compile(r"(?:\bđịa bàn|\bvới|\bcủa|\bgiữa|\bgồm|\btrong số|\bvào|\bcó)\s*$", re.IGNORECASE)


def read_count(text: str, match: re.Match[str]) -> Quantity | None:
    """A figure with a noun of the list, where it is something to be reached."""
    noun = (match["noun"] or match["spoken"]).casefold()
    stem = counted()[1][noun]
    spoken = read_number_words(match["word"]) if match["word"] else None
    values = (Decimal(spoken), None) if spoken else read_values(match, whole=stem not in _MEASURED)
    if values is None:
        return None
    quantity = read_quantity(text, match, values, count_unit(text, match.end(), stem))
    return quantity if quantity is not None and _is_measured(quantity, stem, match, text) else None


def _is_measured(quantity: Quantity, stem: str, match: re.Match[str], text: str) -> bool:
    """Whether a counted figure is something to be reached, by the words beside it."""
    if "_per_" in quantity.unit:
        return True
    words = before(text, match)
    if stem in {"days", "minutes"}:
        # "trong 05 ngày", "hồ sơ quá hạn trên 10 ngày": a limit, which dossiers; "thời gian chờ", "không quá" say more
        return quantity.comparator in {"le", "lt"} or bool(
            (quantity.printed and _DURATION.search(words)) or _REACHED.search(words)
        )
    if stem == "points":
        # "03 điểm tiếp nhận": places, not points
        ends = _SCORE_ENDS.match(text[match.end() : match.end() + REACH])
        return bool(ends and (quantity.printed or _REACHED.search(words)))
    if match["word"] and not quantity.printed:
        # "một lần nữa", "một cuộc": speech, not a figure; "mở hai lớp" is one
        return quantity.value > 1 and bool(_DOING.search(words)) and not _SCOPE.search(words)
    return bool(quantity.printed) or not _COMPANY.search(words)


def read_any_count(text: str, match: re.Match[str]) -> Quantity | None:
    """A figure before a noun that no list knows counts where a word of comparison or of doing stands before it."""
    values = read_values(match, whole=True)
    quantity = read_quantity(text, match, values, count_unit(text, match.end(), "count"))
    if quantity is None:
        return None
    is_said = quantity.comparator not in {"eq", "gt", "lt", "approx", "between"}
    if not match["a"][0].isdigit():
        return quantity if is_said else None  # "ít nhất một đề án"; "một số", "hai là" are speech
    words = text[max(0, quantity.start - REACH) : quantity.start]
    is_done = bool(_DOING.search(words)) and not _SCOPE.search(words)
    is_whole = not words.strip() and len(text.split()) <= _SHORT_CELL  # "320 học viên", a product
    return quantity if is_said or is_done or is_whole or _REACHED.search(words) else None
