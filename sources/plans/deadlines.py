"""Deadlines of tasks and duties: kind, window, strict or not."""

from dataclasses import dataclass
from datetime import date

from sources.plans.vocabulary import longest_start, phrases
from sources.vietnamese.abbreviations import expanded_key
from sources.vietnamese.windows import read_window


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
    window = read_window(text, plan_year)
    if matched and matched[1] == "within_year":
        year = window.last_day.year if window else plan_year
        tail = read_window(text.lower().replace("trong", "").strip(), None)
        year = tail.last_day.year if tail else year
        return Deadline("within_year", date(year, 1, 1), date(year, 12, 31)) if year else Deadline("within_year")
    if window is not None:
        return Deadline(window.kind, window.first_day, window.last_day, window.is_strict)
    if matched:
        return Deadline(matched[1])
    return Deadline("none", is_known=False)
