"""The lines of Biểu 2: what the lead unit says of the tasks of the year's plan, from story/tasks.yml."""

from collections.abc import Iterator
from typing import Any

from sources.results.template.form import TaskLine
from sources.simulation.agency import Period, Unit
from sources.simulation.chance import pick, whole_between
from sources.simulation.plan import PLANS, plan_tasks
from sources.simulation.story import tell


def plan_of(period: Period) -> str:
    """The plan whose tasks a report speaks of: that of its year."""
    return next(key for key in PLANS if tell(f"plans/{key}")["year"] == period.year)


def task_lines(unit: Unit, period: Period) -> Iterator[TaskLine]:
    """The lines of one report, in the order of the plan."""
    words = said_of(unit, period)
    plan = plan_of(period)
    for task in plan_tasks(plan):
        word = words.get(task["number"])
        if word:
            yield _line(plan, task, word, unit)


def said_of(unit: Unit, period: Period) -> dict[str, dict[str, Any]]:
    """The word of a unit on each of its tasks, by number: its own, else one of its kind's."""
    told = tell("tasks").get(period.key, {})
    usual = told.get("kinds", {}).get(unit.kind, {})
    picked = {number: pick(words, "word", unit.name, period.key, number) for number, words in usual.items()}
    return {**picked, **told.get(unit.name, {})}


def _line(plan_key: str, task: dict[str, str], word: dict[str, Any], unit: Unit) -> TaskLine:
    document = word.get("document")
    number = whole_between((40, 190), "document", unit.name, plan_key, task["number"])
    return TaskLine(
        plan_key=plan_key,
        task_no=task["number"],
        description=task["task"],
        product=task["product"],
        deadline_text=task["when"] or None,
        state=word["state"],
        done_date=word.get("done"),
        document_number=document.format(n=number, short=unit.short_name) if document else None,
        document_date=word.get("dated"),
        explanation=word.get("explanation"),
        extension_until=word.get("extension"),
        extension_document=word.get("by"),
    )
