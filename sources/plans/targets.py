"""Targets and goals: clauses with a figure and clauses without one, with what they hold for."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from sources.plans.bases import Base, read_base
from sources.plans.clauses import LEAD_IN_WORDS, Clause, split_clauses, trimmed
from sources.plans.headings import area_of_text
from sources.plans.history import is_budget, is_past, opens_past
from sources.plans.indicators import area_of_indicator, indicator_of
from sources.plans.subjects import subject_of
from sources.plans.years import Years
from sources.vietnamese.quantities import find_quantities
from sources.vietnamese.quantity import Quantity

_AT_START = re.compile(
    r"^(?:phấn đấu\s+)?(?:trong\s+)?(?P<until>đến\s+)?(?:hết\s+|cuối\s+)?năm\s+(?P<year>20\d\d)\b", re.IGNORECASE
)
_BEFORE_FIGURE = re.compile(
    r"(?P<until>đến\s+)?(?:hết\s+|cuối\s+)?năm\s+(?P<year>20\d\d)\s*[,:]?\s*(?:đạt|là)?\s*$", re.IGNORECASE
)
_QUARTER = re.compile(r"^(?:trong |đến |hết |đến hết )?(?P<part>quý (?:IV|I{1,3}|[1-4]))(?!\w)", re.IGNORECASE)
_CHANGES = re.compile(r"(?:cắt giảm|giảm|tăng|rút ngắn|tinh giản|tiết kiệm)", re.IGNORECASE)
# A clause that only says where: "tại trung tâm y tế huyện, thị xã", "đối với người bệnh ngoại trú".
_SCOPE_ONLY = re.compile(
    r"^(?:tại|đối với|ở|người bệnh)\s|^(?:không quá|tối đa|dưới)\s+\d+\s+(?:phút|ngày)\s+(?:tại|đối với|ở)\s",
    re.IGNORECASE,
)
_SCOPE_ONLY_WORDS = 9
# What remains of "năm 2030 đạt 90%" once the year and the figure are gone.
_YEAR_ONLY_WORDS = 3
_AFTER_FIGURE = re.compile(r"^\s*(?:vào|trong|đến|cho)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<year>20\d\d)\b", re.IGNORECASE)
# "Các chỉ tiêu nêu tại bảng dưới đây": what is aimed at stands there.
_ELSEWHERE = re.compile(r"(?<!\w)(?:tại|theo|ở|trong)\s+(?:các\s+)?(?:bảng|biểu|phụ lục)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands, and what the place says of it."""

    section: str
    place: str
    source: Literal["body", "annex"]
    kind: Literal["goal", "commitment"]
    years: Years
    area: str | None = None
    dimension: str | None = None
    is_reform: bool = True
    is_papi: bool = False


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """One figure with its clause. part: of the year that it holds for, as printed ("Quý I"); "" for the whole."""

    at: Place
    statement: str
    subject: str | None
    comparator: str
    printed: str | None
    value: Decimal
    value_max: Decimal | None
    unit: str
    indicator: str | None
    area: str | None
    years: Years
    part: str = ""
    base: Base | None = None


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """One goal without a figure."""

    at: Place
    statement: str
    area: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What one text gave; unread and doubtful as in Split: words around figures that were not read.

    left_out: figures of the past and of the budget, which ask for nothing.
    """

    targets: tuple[TargetDraft, ...]
    goals: tuple[GoalDraft, ...]
    unread: tuple[str, ...]
    doubtful: tuple[str, ...]
    left_out: int = 0


def read_clauses(text: str, at: Place) -> Found:
    """Targets and goals in one paragraph, bullet or cell."""
    split = split_clauses(text)
    if not any(clause.quantity for clause in split.clauses) and not split.unread:
        split = replace(split, clauses=(Clause(trimmed(text)),))
    targets: list[TargetDraft] = []
    goals: list[GoalDraft] = []
    years = at.years
    was_past, left_out = False, 0
    for clause in split.clauses:
        years = _years(clause.text, years, at.years)
        past = is_past(clause, at.years.first, before=was_past)
        was_past = past and (was_past or opens_past(clause))
        if clause.quantity is not None and (past or is_budget(clause)):
            left_out += 1
            continue
        if clause.quantity is not None:
            target = _target(clause.text, clause.quantity, at, years)
            target = _same_subject(target, targets[-1]) if targets and _goes_on(target) else target
            targets.append(replace(target, part=_part(clause.text)))
        elif not _is_lead_in(clause.text, text):
            goals.append(GoalDraft(at, clause.text, at.area or (area_of_text(clause.text) if at.is_reform else None)))
    return Found(tuple(targets), tuple(goals), split.unread, split.doubtful, left_out)


def _is_lead_in(clause: str, text: str) -> bool:
    words = len(clause.split())
    return words < LEAD_IN_WORDS and (text.rstrip().endswith(":") or bool(_ELSEWHERE.search(clause)))


def _target(text: str, quantity: Quantity, at: Place, years: Years) -> TargetDraft:
    indicator = indicator_of(text, quantity.unit)
    if quantity.comparator == "between" and _CHANGES.match(quantity.printed or "") and "_cut_" not in (indicator or ""):
        indicator = None  # "giảm 5 - 10%" says by how much, and the results say how much there is
    by_content = area_of_indicator(indicator) if indicator else area_of_text(text)
    area = at.area or (by_content if at.is_reform else None)
    return TargetDraft(
        at=at,
        statement=text,
        subject=subject_of(text),
        comparator=quantity.comparator,
        printed=quantity.printed,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        indicator=indicator,
        area=area,
        years=_years_beside(text, years),
        base=read_base(text, quantity.unit, at.years),
    )


def _years(clause: str, current: Years, whole: Years) -> Years:
    """ "Đến năm 2025, ..." holds for its clause and the ones after it in the same sentence group."""
    match = _AT_START.match(clause)
    if match is None:
        return current
    year = int(match["year"])
    return Years(whole.first if match["until"] and _is_within(year, whole) else year, year)


def _years_beside(clause: str, years: Years) -> Years:
    """ "80% vào năm 2025", "năm 2025 đạt 80%": one year of a plan of several years."""
    found, _ = find_quantities(clause)
    if not found or years.first is None or years.last == years.first:
        return years
    before = _BEFORE_FIGURE.search(clause[: found[0].start])
    match = before or _AFTER_FIGURE.match(clause[found[0].end :])
    if match is None or int(match["year"]) < years.first:
        return years
    year = int(match["year"])
    is_point = before and not before["until"]
    return Years(year, year) if is_point or not _is_within(year, years) else Years(years.first, year)


def _is_within(year: int, plan: Years) -> bool:
    """A year of the plan, towards which it works from its first; a later one stands for itself."""
    return (plan.first or 0) <= year and (plan.last is None or year <= plan.last)


def _part(clause: str) -> str:
    """ "Quý I đạt 20%": the part of the year that a clause opens with."""
    found = _QUARTER.match(clause)
    return found["part"] if found else ""


def _goes_on(target: TargetDraft) -> bool:
    """ "năm 2030 đạt 90%", "tại các đơn vị trực thuộc đạt 60%" after a clause that says what is measured."""
    words = len((target.subject or "").split())
    if _AT_START.match(target.statement) or _QUARTER.match(target.statement):
        return words <= _YEAR_ONLY_WORDS
    return target.indicator is None and words <= _SCOPE_ONLY_WORDS and bool(_SCOPE_ONLY.match(target.statement))


def _same_subject(target: TargetDraft, before: TargetDraft) -> TargetDraft:
    """What the clause before measures, where both are figures of one kind."""
    if target.unit != before.unit:
        return target
    is_scope = not _AT_START.match(target.statement)
    subject = f"{before.subject}: {target.subject}" if is_scope and target.subject else before.subject
    return replace(target, subject=subject, indicator=before.indicator, area=before.area)
