"""What an overview says in sentences: the conclusion at its top, what its tables leave out, how fresh it all is."""

from collections.abc import Sequence
from datetime import datetime

from dashboards.pages.book import Book
from dashboards.pages.standing import AgencyStanding
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE


def conclusion(book: Book, standing: AgencyStanding) -> str:
    """Targets, reports and tasks of an agency in one sentence."""
    words = book.words.overview
    sentence = sentence_of([_targets(book, standing), _reports(book, standing), _tasks(book, standing)])
    if standing.is_past:
        before = words.past_alone if standing.year is None else words.past
    else:
        before = words.past_figures if standing.is_year_past else ""
    return f"{before.format(year=standing.year)} {sentence}".lstrip()


def conclusion_of_all(book: Book, standings: Sequence[AgencyStanding]) -> str:
    """The same over all agencies whose plans are still asked for, and where it is worst."""
    words = book.words.overview
    present = [standing for standing in standings if not standing.is_past]
    counts = {
        "present": len(present),
        "figured": sum(bool(standing.judged_now) for standing in present),
        "agencies": len(standings),
        "n": sum(len(standing.in_danger_now) for standing in present),
        "of": sum(len(standing.judged_now) for standing in present),
        "silent": sum(standing.silent_now for standing in present),
        "overdue": sum(standing.agency["tasks_past_due_open"] for standing in present),
    }
    pattern = words.conclusion_all if present else words.conclusion_past
    # Of agencies whose last figures are of years ago the tasks and reports count, not their targets.
    is_part = 0 < counts["figured"] < counts["present"]
    told = {name: formats.number(count) for name, count in counts.items()}
    whose = words.conclusion_whose.format(**told, year=book.first_year) if is_part else ""
    sentence: str = pattern.format(**told, whose=whose)
    if not (counts["n"] or counts["silent"] or counts["overdue"]):
        return sentence
    return f"{sentence} {words.worst.format(agency=present[0].agency['agency_name'])}"


def _targets(book: Book, standing: AgencyStanding) -> str:
    words = book.words.overview
    if not standing.judged:
        return words.targets_unjudged if standing.agency["targets"] else words.targets_none
    pattern = words.targets_behind if standing.in_danger else words.targets_well
    return pattern.format(
        year=standing.year, n=formats.number(len(standing.in_danger)), of=formats.number(len(standing.judged))
    )


def _reports(book: Book, standing: AgencyStanding) -> str:
    words = book.words.overview
    if standing.period is None:
        return "" if standing.is_reporting else words.reports_unasked
    pattern = words.reports_missing if standing.silent_now else words.reports_complete
    return pattern.format(
        n=formats.number(standing.silent_now),
        of=formats.number(standing.period["expected"]),
        period=standing.period["period_name"],
    )


def _tasks(book: Book, standing: AgencyStanding) -> str:
    words, agency = book.words.overview, standing.agency
    if not agency["tasks"]:
        return ""
    if agency["tasks_past_due_open"] and not standing.are_tasks_told:
        return words.tasks_untold.format(n=formats.number(agency["tasks_past_due_open"]))
    unconfirmed = agency["tasks_overdue_unconfirmed"]
    pattern = words.tasks_overdue if unconfirmed else words.tasks_overdue_only
    if not agency["tasks_past_due_open"]:
        pattern = words.tasks_in_time
    elif unconfirmed == agency["tasks_past_due_open"]:
        pattern = words.tasks_unconfirmed
    return pattern.format(n=formats.number(agency["tasks_past_due_open"]), unconfirmed=formats.number(unconfirmed))


def beside_targets(book: Book, standing: AgencyStanding) -> str:
    """What the table of targets leaves out: who was not heard of, what the year before was missed."""
    words = book.words.overview
    parts = [words.unheard.format(n=formats.number(standing.unheard))] if standing.unheard else []
    parts += [words.earlier.format(year=year, n=formats.number(n)) for year, n in standing.earlier.items()]
    return sentence_of(parts)


def task_rates(book: Book, standing: AgencyStanding) -> str:
    """The share done on time, of what was done and of what is open past its day; none where nobody ever reported."""
    agency = standing.agency
    if agency["tasks_on_time_percent"] is None:
        return ""
    if not standing.are_tasks_told:
        return sentence_of([book.words.overview.untold])
    return book.words.overview.task_rates.format(
        share=book.phrases.quantity(agency["tasks_on_time_percent"], "percent"),
        of=formats.number(agency["tasks_done_or_past_due"]),
    )


def several_leads(book: Book, standing: AgencyStanding) -> str:
    """Why the units that lead overdue tasks add up to more tasks than there are; empty where they do not."""
    led = sum(row[code] for row in standing.overdue for code in TASK_LATE)
    tasks = standing.agency["tasks_past_due_open"]
    counts = {"led": formats.number(led), "tasks": formats.number(tasks)}
    return book.words.overview.several_leads.format(**counts) if led > tasks else ""


def nothing_due(book: Book, nearest: Row | None) -> str:
    """That the coming month asks for nothing; what comes next, where something is known to."""
    words = book.words.overview
    if nearest is None:
        return words.nothing_due
    title = words.report_for.format(period=nearest["title"]) if nearest["kind"] == "report" else nearest["title"]
    return words.next_due.format(
        title=title, day=formats.day(nearest["due_date"]), days=formats.number(nearest["days_left"])
    )


def freshness(book: Book, received: datetime | None, quarantined: int, files_new: int) -> str:
    """Of which day the figures are, what came last, what is held back, how the tests of the night ended."""
    words, site, checks = book.words.overview, book.site, book.checks
    before = {"at": formats.instant(site["previous_night_at"]), "n": formats.number(files_new)}
    parts = [
        book.words.site.as_of.format(date=formats.day(site["as_of_date"])),
        words.last_received.format(at=formats.instant(received)) if received else words.nothing_received,
        (words.compared if files_new else words.compared_none).format(**before) if site["previous_night_at"] else "",
        words.quarantined.format(n=formats.number(quarantined)),
        words.checks.format(n=formats.number(checks.run), warned=formats.number(checks.warned)) if checks else "",
    ]
    return sentence_of(parts)


def sentence_of(parts: Sequence[str]) -> str:
    """Parts parted by semicolons, with a capital and a full stop; empty ones are left out."""
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
