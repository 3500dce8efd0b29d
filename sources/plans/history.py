"""Figures that ask for nothing: what was reached before the plan, what the plan itself costs."""

import re

from sources.plans.clauses import Clause
from sources.vietnamese.quantities import find_quantities

_YEAR = re.compile(r"(?<!\w)năm\s+(?P<year>20\d\d)(?!\d)", re.IGNORECASE)
_COST = re.compile(
    r"^(?:tổng\s+)?(?:nhu cầu\s+)?(?:nguồn\s+)?(?:kinh phí|dự toán)|kinh phí\s*:?\s*(?:khoảng\s+)?$|kinh phí dự kiến",
    re.IGNORECASE,
)
# A year that belongs to a base or to a document's name says nothing of when the figure was reached.
_NOT_WHEN = re.compile(
    r"(?:so với|từ|sau|kể từ|mức|cùng kỳ)\s+(?:cùng kỳ\s+|mức\s+|kết quả\s+|cuối\s+)?$"
    r"|(?:luật|nghị định|nghị quyết|thông tư|quyết định|chương trình|đề án|kế hoạch|chỉ thị|chiến lược)[^,;.]*$",
    re.IGNORECASE,
)


def is_past(clause: Clause, first_year: int | None) -> bool:
    """Whether the last year named before the clause's figure lies before the plan's first year."""
    found, _ = find_quantities(clause.text)
    if first_year is None or not found:
        return False
    before = clause.text[: found[0].start]
    when = [match for match in _YEAR.finditer(before) if not _NOT_WHEN.search(before[: match.start()])]
    return bool(when) and int(when[-1]["year"]) < first_year


def is_budget(clause: Clause) -> bool:
    """ "Kinh phí thực hiện 240 triệu đồng": money to be spent on the plan, not something to be reached."""
    return clause.quantity is not None and clause.quantity.unit == "vnd" and bool(_COST.search(clause.text))
