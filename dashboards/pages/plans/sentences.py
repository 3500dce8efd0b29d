"""What a plan says, as sentences computed from its rows: what it holds, how it stands, what it leaves out."""

from collections.abc import Mapping, Sequence

from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.tallies import statuses, total
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET_FALLEN, TARGET_JUDGED, TARGET_REACHED, TASK_DONE, TASK_LATE

_PARTS = ("targets", "goals", "tasks", "measures", "duties")
# More clauses than this are not named one by one.
_NAMED = 8


def contents(book: Book, plan: Row) -> str:
    """How many of what; kinds that it has none of are left out."""
    words = book.words.plan.holds
    parts = [words[name].format(n=formats.number(plan[name])) for name in _PARTS if plan[name]]
    return words.sentence.format(parts=", ".join(parts)) if parts else words.nothing


def over(book: Book, plan: Row) -> list[str]:
    """That its years are over or another plan replaced it, and whether what it left open is still to be done."""
    words = book.words.plan.over
    if not plan["is_in_force"]:
        return [f"{words.replaced} {words.nothing_to_do}"]
    if not plan["is_asked"]:
        return [f"{words.ended} {words.nothing_to_do}"]
    return [f"{words.ended} {words.still_open}"] if book.has_ended(plan) else []


def asked(book: Book, units: Sequence[Row], *, is_over: bool = False) -> str:
    """How many units it asks something of, and between which days; empty where it names none. Of a plan whose years
    are over the days are only told."""
    named = [row for row in units if row["unit_key"] is not None]
    if not named:
        return ""
    words = book.words.plan
    days = [row[key] for row in units for key in ("first_due_date", "last_due_date") if row[key] is not None]
    said: str = words.asks.units.format(n=formats.number(len(named)))
    if not days:
        return said
    first, last = min(days), max(days)
    told = words.asks_past if is_over else words.asks
    pattern = told.day if first == last else told.days
    return f"{said} {pattern.format(first=formats.day(first), last=formats.day(last))}"


def standing(book: Book, agency: Row, targets: Sequence[Row], tasks: Sequence[Row]) -> str:
    """How its targets and dated tasks stand; where nobody has to report and no figure came, that is said. The parts
    add up."""
    words, said = book.words.plan, []
    every = statuses(targets)
    whole = sum(every.values())
    is_heard = total(every, TARGET_JUDGED) or any(row["units_reported"] for row in targets)
    if whole and (book.is_reporting(agency["agency_key"]) or is_heard):
        counts = {"bad": total(every, TARGET_FALLEN), "at_risk": every["at_risk"], "on_track": every["on_track"]}
        counts |= {"good": total(every, TARGET_REACHED), "silent": every["not_reported"]}
        said.append(words.stand_targets.format(whole=formats.number(whole), parts=_parts(book, counts, "rest", whole)))
    elif whole:
        said.append(words.stand_silent.format(whole=formats.number(whole)))
    every = statuses(row for row in tasks if row["due_to"] is not None)
    whole = sum(every.values())
    if whole:
        counts = {code: every[code] for code in TASK_LATE}
        counts |= {"done": total(every, TASK_DONE)}
        said.append(words.stand_tasks.format(all=formats.number(whole), parts=_parts(book, counts, "open", whole)))
    return " ".join(said)


def _parts(book: Book, counts: Mapping[str, int], rest: str, whole: int) -> str:
    """What is in any of them, and what is left of the whole."""
    words = book.words.plan.stand
    every = {**counts, rest: whole - sum(counts.values())}
    return ", ".join(words[name].format(n=formats.number(count)) for name, count in every.items() if count)


def gaps(book: Book, plan: Row, tasks: Sequence[Row], duties: Sequence[Row], parents: Sequence[Row]) -> list[Cell]:
    """What the plan leaves out, and why that matters; below it the clauses meant, where they are few."""
    words = book.words.plan.gap
    has_day = any(row["due_to"] for row in tasks) or any(row["due_date"] for row in duties)
    blank = {
        "no_targets": not plan["targets"],
        "no_tasks": not plan["tasks"],
        "no_days": bool(tasks or duties) and not has_day,
        "no_number": not plan["number"],
        "no_date": plan["issued_date"] is None,
        "no_signer": not plan["signer"],
        "no_parents": not parents,
    }
    lacking = {
        "no_lead": [row["task_no"] for row in tasks if not row["lead_units"]],
        "no_deadline": [row["task_no"] for row in tasks if not row["deadline_text"]],
        "no_product": [row["task_no"] for row in tasks if not row["product"]],
        "no_unit": [row["duty_no"] for row in duties if row["unit"] is None],
    }
    said = [Cell(words[name]) for name, is_blank in blank.items() if is_blank]
    return said + [
        Cell(words[name].format(n=formats.number(len(found))), lines=_named(found))
        for name, found in lacking.items()
        if found
    ]


def _named(numbers: Sequence[str]) -> list[str]:
    return [", ".join(numbers)] if len(numbers) <= _NAMED else []
