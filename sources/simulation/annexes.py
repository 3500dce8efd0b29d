"""Biểu 3 to 5 of a report: tasks the unit set itself, lists of what took place, words; from story/annexes.yml."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from sources.results.rows import Section
from sources.results.template.form import EventLine, OwnTaskLine
from sources.simulation.agency import Period, Unit
from sources.simulation.chance import lot, pick, whole_between
from sources.simulation.story import tell

# First days of the quarters of the regime (letter 581/BNV-CCHC): month, day, and whether in the year before.
_QUARTERS: Final = {"q1": (12, 15, 1), "q2": (3, 15, 0), "q3": (6, 15, 0), "q4": (9, 15, 0)}
# Nothing takes place in the last days of a window, when the report is written.
_QUARTER_DAYS: Final = 80
_WRITING_DAYS: Final = timedelta(7)
# Whose list names everything that it does every quarter: the office works for the whole agency.
_BUSY: Final = "office"
# Of ten tasks that units set themselves about two are finished late, by up to a month.
_LATE_SHARE: Final = 0.2
_LATE_DAYS: Final = (5, 30)
_MENDED_SHARE: Final = 0.75


def own_task_lines(unit: Unit, period: Period) -> Iterator[OwnTaskLine]:
    """One or two tasks, the same through the year; done once their day has come."""
    choices = tell("annexes")["own_tasks"][unit.kind]
    count = whole_between((1, 2), "own", unit.name, period.year)
    first = whole_between((0, len(choices) - 1), "own first", unit.name, period.year)
    for told in [choices[(first + step) % len(choices)] for step in range(count)]:
        names = (unit.name, period.year, told["task"])
        due = date.fromisoformat(f"{period.year}-{told['due']}")
        late = lot("own late", *names) < _LATE_SHARE
        done = due + timedelta(whole_between(_LATE_DAYS, *names)) if late else due - timedelta(lot(*names) * 20)
        is_done = done <= period.window_to - _WRITING_DAYS
        number = whole_between((5, 60), "own plan", unit.name, period.year)
        yield OwnTaskLine(
            description=told["task"],
            product=told["product"],
            due_date=due,
            plan_number=f"{number}/KH-{unit.short_name}",
            plan_date=date(period.year, 1, 15) + timedelta(number % 12),
            state="done" if is_done else "in_progress",
            done_date=done if is_done else None,
            document_number=f"{number + 31}/BC-{unit.short_name}" if is_done else None,
            document_date=done if is_done else None,
            explanation="Phải chờ kinh phí" if late and done > due and is_done else None,
        )


def event_lines(unit: Unit, period: Period) -> Iterator[EventLine]:
    """What took place in the quarters of the window, in the order of the days."""
    choices = tell("annexes")["events"][unit.kind]
    for quarter, (month, day, years_back) in _QUARTERS.items():
        first = date(period.year - years_back, month, day)
        if not period.window_from <= first <= period.window_to:
            continue
        picked = choices if unit.kind == _BUSY else [pick(choices, "event", unit.name, period.year, quarter)]
        for told in picked:
            yield _event(unit, told, first, period, (unit.name, period.year, quarter, told["what"]))


def _event(unit: Unit, told: dict[str, Any], first: date, period: Period, names: tuple[object, ...]) -> EventLine:
    day = first + timedelta(int(lot("day", *names) * (_QUARTER_DAYS - 1)))
    mend, document = told.get("mend"), told.get("document")
    number = whole_between((20, 90), "paper", *names)
    mended = day + timedelta(mend - 3) if mend else None
    # Three in four are mended in time; the others are open when the report is written.
    is_mended = (
        mended is not None and mended <= period.window_to - _WRITING_DAYS and lot("mended", *names) < _MENDED_SHARE
    )
    return EventLine(
        event_kind=told["kind"],
        description=told["what"],
        event_date=day,
        subject=told["who"],
        quantity=Decimal(whole_between(told["quantity"], *names)),
        document_number=document.format(n=number, short=unit.short_name) if document else None,
        document_date=day + timedelta(2) if document else None,
        outcome=told["outcome"],
        due_date=day + timedelta(mend) if mend else None,
        done_date=mended if is_mended else None,
    )


def narratives(unit: Unit, period: Period) -> dict[Section, str]:
    """Words for each section."""
    return {
        section: pick(choices, "words", unit.name, period.key, section)
        for section, choices in tell("annexes")["narratives"].items()
    }
