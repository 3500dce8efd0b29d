"""Whether a plan holds on the day of the figures, as its years and the plans that came after it say. No words."""

from collections.abc import Iterable
from datetime import date

from dashboards.row import Row


def force(plan: Row, amendments: Iterable[Row], as_of: date) -> str:
    """A code of the family plan_force.

    amendments: rows of the plan in either direction; what takes effect later changes nothing yet.
    """
    later = {row["relation"] for row in amendments if row["is_amended"] and _has_effect(row, as_of)}
    start = plan["period_start"]
    if "replaces" in later:
        return "replaced"
    if start is None:
        return "no_period"
    if start > as_of.year:
        return "not_begun"
    if ended_before(plan, as_of.year):
        return "ended"
    return "amended" if later else "in_force"


def ended_before(plan: Row, year: int) -> bool:
    """Whether all years of a plan lie before a year; open-ended ones go on."""
    end = plan["period_end"] or plan["period_start"]
    return end is not None and end < year and not plan["is_open_ended"]


def _has_effect(row: Row, as_of: date) -> bool:
    return row["effective_date"] is None or bool(row["effective_date"] <= as_of)
