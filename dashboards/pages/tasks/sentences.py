"""What the page of tasks says in sentences: what is late, what comes next, the rates with what they are made of."""

from collections.abc import Mapping, Sequence

from dashboards.blocks.layout import Block, Bullets, Text
from dashboards.blocks.table import Cell
from dashboards.pages import horizon, own_tasks
from dashboards.pages.book import Book
from dashboards.pages.standing import are_tasks_told
from dashboards.pages.tallies import statuses
from dashboards.pages.tasks.leads import Leads
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE


def lead(book: Book, agency: Row, tasks: Sequence[Row], coming: Sequence[Row], leads: Leads) -> list[Block]:
    """The conclusion, worst first."""
    words, late = book.words.tasks, [task for task in tasks if task["status"] in TASK_LATE]
    now, past = [task for task in late if task["is_asked"]], unasked(late)
    said = [] if any(past.values()) and not now else [_late(book, now)]
    if now:
        said.append(_worst(book, now, leads))
    said += [
        words.lead_unasked[name].format(n=formats.number(len(rows)), year=book.first_year)
        for name, rows in past.items()
        if rows
    ]
    soon = [row for row in coming if row["days_left"] <= horizon.NEAR]
    pattern = words.lead_next if soon else words.lead_next_none
    following = pattern.format(n=formats.number(len(soon)), days=horizon.NEAR)
    blocks: list[Block] = [Text(" ".join(said), "lead")]
    if are_tasks_told(book, agency["agency_key"]):
        blocks.append(Text(" ".join([following, *rates(book, agency, tasks)])))
    else:
        blocks.append(Text(f"{words.unheard} {following}"))
    apart = own_tasks.left_out(book, agency["agency_key"])
    return [*blocks, Text(apart, "note")] if apart else blocks


def unasked(tasks: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    """Tasks of plans that ask for nothing now: by which of the two it came to that."""
    rows = [task for task in tasks if not task["is_asked"]]
    return {
        "past": [task for task in rows if task["is_in_force"]],
        "replaced": [task for task in rows if not task["is_in_force"]],
    }


def _late(book: Book, tasks: Sequence[Row]) -> str:
    """ "3 nhiệm vụ quá hạn, 6 nhiệm vụ quá hạn mà chưa xác nhận."; what nobody is in is left out."""
    words, counts = book.words.tasks, statuses(tasks)
    parts = [words.lead_parts[code].format(n=formats.number(counts[code])) for code in TASK_LATE if counts[code]]
    return f"{', '.join(parts)}." if parts else words.lead_calm


def _worst(book: Book, late: Sequence[Row], leads: Leads) -> str:
    """The task that is late longest, and who leads it."""
    worst = max(late, key=lambda task: (task["days_late"] or 0, task["plan_key"], task["task_no"]))
    if not worst["days_late"]:
        return ""
    said = {"task": worst["description"], "unit": ", ".join(leads.names(worst))}
    return book.words.tasks.lead_worst.format(late=book.phrases.days_late(worst["days_late"]), **said)


def rates(book: Book, agency: Row, tasks: Sequence[Row]) -> list[str]:
    """The rates of the agency with their denominators; open late work stands in the denominator."""
    words, counts = book.words.tasks, statuses(task for task in tasks if task["is_counted"])
    said = []
    if agency["tasks_done_percent"] is not None:
        percent = book.phrases.quantity(agency["tasks_done_percent"], "percent")
        done, whole = formats.number(agency["tasks_done"]), formats.number(agency["tasks"])
        said.append(words.rate_done.format(done=done, all=whole, percent=percent))
    if agency["tasks_on_time_percent"] is not None:
        told = {
            "base": agency["tasks_done_or_past_due"],
            "on_time": agency["tasks_done_on_time"],
            "late": counts["done_late"],
            "overdue": agency["tasks_overdue"],
            "unconfirmed": agency["tasks_overdue_unconfirmed"],
        }
        percent = book.phrases.quantity(agency["tasks_on_time_percent"], "percent")
        numbers = {key: formats.number(n) for key, n in told.items()}
        said.append(words.rate_on_time.format(percent=percent, **numbers))
    return said


def without_tasks(book: Book, plans: Sequence[Row]) -> list[Block]:
    """A page of an agency whose plans have no annex of tasks: that it has none, and where its work stands."""
    words = book.words.tasks
    listed = [
        Cell(
            words.plan_else.format(
                plan=book.plan_title(plan),
                measures=formats.number(plan["measures"]),
                duties=formats.number(plan["duties"]),
            ),
            href=book.plan_pages.get(plan["plan_key"]),
        )
        for plan in plans
    ]
    said: list[Block] = [Text(words.none.format(plans=formats.number(len(plans))), "lead"), Text(words.none_else)]
    return [*said, Bullets(listed)] if listed else said[:1]
