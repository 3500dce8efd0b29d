"""Figures that ask for nothing: what was reached before the plan, what the plan itself costs."""

import re

from sources.plans.clauses import Clause
from sources.vietnamese.quantities import find_quantities

_YEAR = re.compile(r"(?<!\w)năm\s+(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
# Words of aiming: what they stand in is asked for, whatever years are named.
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|duy trì|năm nay|tối thiểu|ít nhất|mục tiêu|chỉ tiêu)(?!\w)", re.IGNORECASE
)
_COST = re.compile(
    r"^(?:tổng\s+)?(?:nhu cầu\s+)?(?:nguồn\s+)?(?:kinh phí|dự toán)|kinh phí\s*:?\s*(?:khoảng\s+)?$|kinh phí dự kiến"
    r"|(?:bố trí|cấp|phân bổ) kinh phí",
    re.IGNORECASE,
)
_SAVED = re.compile(r"(?<!\w)(?:tiết kiệm|thu được|huy động|đạt)(?!\w)", re.IGNORECASE)
# A year that belongs to a base or to a document's name says nothing of when the figure was reached.
_NOT_WHEN = re.compile(
    r"(?:so với|từ|sau|kể từ|mức|cùng kỳ)\s+(?:cùng kỳ\s+|mức\s+|kết quả\s+|cuối\s+)?$"
    r"|(?:luật|nghị định|nghị quyết|thông tư|quyết định|chương trình|đề án|kế hoạch|chỉ thị|chiến lược)[^,;.]*$"
    # an index bears the year that it measures, and is published the year after
    r"|(?:chỉ số|index|sipas|papi|pci)[^,;.]{0,60}$",
    re.IGNORECASE,
)

# Words further before a year than this say nothing of it; it bounds the work on hostile text.
_REACH = 300


def is_past(clause: Clause, first_year: int | None, *, before: bool = False) -> bool:
    """Whether the last year named before the clause's figure lies before the plan's first year.

    before: whether the clause before it did; it goes on until another year is named.
    """
    found, _ = find_quantities(clause.text)
    if first_year is None or _AIM.search(clause.text):
        return False
    words = clause.text[: found[0].start] if found else clause.text
    years = ((match, words[max(0, match.start() - _REACH) : match.start()]) for match in _YEAR.finditer(words))
    when = [match for match, before_it in years if not _NOT_WHEN.search(before_it)]
    return int(when[-1]["year"]) < first_year if when else before


def opens_past(clause: Clause) -> bool:
    """ "Năm 2024, ...": the year stands first, so that what follows is of that year too."""
    return bool(re.match(r"(?:trong\s+)?năm\s+20\d\d", clause.text, re.IGNORECASE))


def is_budget(clause: Clause) -> bool:
    """ "Kinh phí thực hiện 240 triệu đồng", "bố trí kinh phí 200 triệu đồng": money to be spent on the plan."""
    if clause.quantity is None or clause.quantity.unit != "vnd" or _SAVED.search(clause.text):
        return False
    is_bare = clause.quantity.printed in {None, "khoảng"}
    return is_bare and bool(_COST.search(clause.text))
