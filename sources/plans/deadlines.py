"""Deadlines of tasks and duties: kind, window, strict or not."""

import re
from dataclasses import dataclass
from datetime import date

from sources.plans.vocabulary import longest_start, phrases
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.spans import read_span
from sources.vietnamese.windows import read_window

# "6 tháng một lần", "02 lần/năm", "mỗi quý 1 lần".
_OFTEN = re.compile(
    r"(?:một|hai|\d+)\s+lần\s*(?:$|/|trong|mỗi|một)|\d+\s+(?:tháng|tuần|năm)\s*/?\s*(?:một\s+)?lần|lần\s*/\s*(?:tuần|tháng|quý|năm)",
    re.IGNORECASE,
)
# "Trước ngày 25 hằng tháng": a day that comes again.
_REGULAR = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý)|tháng cuối quý", re.IGNORECASE)
# A condition that is somebody's guidance: "Sau khi Bộ Y tế ban hành thông tư hướng dẫn".
_GUIDANCE = re.compile(r"hướng dẫn|chỉ đạo", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """kind as in the row types; is_known is False where words stand in the cell that no rule understands."""

    kind: str
    due_from: date | None = None
    due_to: date | None = None
    is_strict: bool = False
    is_known: bool = True


def read_deadline(text: str | None, plan_year: int | None) -> Deadline:
    """Read a deadline cell. `plan_year` is the year of a plan of one year; None for plans of several years."""
    if not text or not any(char.isalnum() for char in text):
        return Deadline("none")
    matched = longest_start(expanded_key(text), phrases("deadlines", "deadline_kind", "phrase"))
    window = read_span(text, plan_year)
    if matched and matched[1] == "within_year":
        year = window.last_day.year if window else plan_year
        tail = read_window(text.lower().replace("trong", "").strip(), None)
        year = tail.last_day.year if tail else year
        return Deadline("within_year", date(year, 1, 1), date(year, 12, 31)) if year else Deadline("within_year")
    if window is not None:
        return Deadline(window.kind, window.first_day, window.last_day, window.is_strict)
    if _REGULAR.search(text):
        return Deadline("per_schedule")
    if re.search(r"\d", text) and read_window(text, plan_year) is not None:
        return Deadline("none", is_known=False)  # a time is said, but not one that can be read whole
    if matched and matched[1] == "conditional" and _GUIDANCE.search(text):
        return Deadline("on_guidance")
    if matched:
        return Deadline(matched[1])
    if _OFTEN.search(text):
        return Deadline("per_schedule")
    return Deadline("none", is_known=False)
