"""The lines of Biểu 1 that a unit reports for a period. What its figures are through the year is said in courses.py."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sources.results.template.form import FigureLine
from sources.simulation.agency import Period, Unit
from sources.simulation.chance import pick
from sources.simulation.courses import course_of
from sources.simulation.story import tell


def figure_lines(
    unit: Unit, period: Period, changes: dict[str, dict[str, Any]], *, is_quarterly: bool
) -> Iterator[FigureLine]:
    """The lines of one report. changes: by indicator, fields that the unit typed otherwise; None leaves the line out.

    is_quarterly: the unit reports every quarter, else every half-year.
    """
    for indicator in tell("figures"):
        code = indicator["code"]
        course = course_of(indicator, unit, period.year)
        figures = course.figures(period.part) if course else None
        if course is None or figures is None or changes.get(code, {}) is None:
            continue
        figures.update({name: _typed(content) for name, content in changes.get(code, {}).items()})
        figures.setdefault("explanation", course.explanation or _excuse(indicator, unit, period, figures))
        yield FigureLine(
            indicator_code=code,
            indicator_name=indicator["name"],
            unit_name=indicator["measure"],
            evidence=course.evidence,
            previous=course.before(period.part, is_quarterly=is_quarterly),
            is_additive=course.is_additive,
            entry=course.entry,
            **figures,
        )


def _typed(content: Any) -> Any:
    return Decimal(str(content)) if isinstance(content, int | float) else content


def _excuse(indicator: dict[str, Any], unit: Unit, period: Period, figures: dict[str, Any]) -> str | None:
    """Why a share is low, in words that its unit would use."""
    low, whole = indicator.get("low"), figures.get("denominator")
    if not low or not whole or figures["numerator"] * 100 >= whole * Decimal(str(low["below"])):
        return None
    return str(pick(low["explanations"], "excuse", indicator["code"], unit.name, period.key))
