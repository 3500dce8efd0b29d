"""The plans of an agency, newest first: what holds now, what each asks, how its targets and tasks stand."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Bullets, Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.force import force
from dashboards.pages.page import Page
from dashboards.pages.plans import sentences as plan_sentences
from dashboards.pages.tallies import statuses
from dashboards.row import Row
from dashboards.theme import formats


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency that has a plan."""
    words = book.words.plans
    for agency in book.agencies:
        key = agency["agency_key"]
        plans = sorted(book.rows_of("plans", "agency_key")[key], key=_newest_first)
        if not plans:
            continue
        table = Sheet(_table(book, plans))
        note = book.past_plans_note(plans)
        yield Page(
            path=book.agency_path(key, "plans"),
            agency_key=key,
            title=words.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_results(key),
            sections=[
                Section("tom-tat", "", [Bullets([_sentence(book, agency, plan) for plan in plans])]),
                Section("cac-ke-hoach", words.table, [table, Text(note, "note")] if note else [table]),
            ],
        )


def _newest_first(plan: Row) -> tuple[int, int, str]:
    """By the day it was issued where it is known in full, else by the years it is for."""
    issued = plan["issued_date"]
    return -(plan["period_start"] or 0), -(issued.toordinal() if issued else 0), plan["plan_key"]


def _sentence(book: Book, agency: Row, plan: Row) -> Cell:
    """A plan in one breath, leading to its page."""
    key = plan["plan_key"]
    rows = (book.rows_of(name, "plan_key")[key] for name in ("plan_targets", "plan_tasks"))
    said = [plan_sentences.contents(book, plan), plan_sentences.standing(book, agency, *rows)]
    name = book.words.plans.named.format(name=book.plan_title(plan), period=book.phrases.period(plan))
    return Cell(name, href=book.plan_pages[key], lines=[" ".join(part for part in said if part)])


def _table(book: Book, plans: Sequence[Row]) -> Table:
    words, column = book.words.plans, book.words.column
    columns = [Column(column.plan, "name"), Column(words.in_force, "status")]
    columns += [Column(column.targets, "status"), Column(column.tasks, "status")]
    columns += [Column(column.measure, "number"), Column(column.duty, "number"), Column(column.findings, "status")]
    return plain("ke-hoach", words.table, columns, [_plan(book, plan) for plan in plans])


def _plan(book: Book, plan: Row) -> Sequence[Cell]:
    words, key = book.words, plan["plan_key"]
    amendments = book.rows_of("plan_amendments", "plan_key")[key]
    state = force(plan, amendments, book.site["as_of_date"])
    others = [
        (words.amended if row["is_amended"] else words.amendment).get(row["relation"], row["relation"])
        + f" {row['other_number'] or row['other_title'] or row['other_plan_key']}"
        for row in amendments
    ]
    title = [plan["title"]] if plan["title"] and plan["title"] != book.plan_title(plan) else []
    counted = [row for name in ("plan_targets", "plan_tasks") for row in book.rows_of(name, "plan_key")[key]]
    flags = [*([words.common.digest] if plan["is_digest"] else []), *book.labels.of_plan_row(plan, counted)]
    issued = words.plans.issued.format(date=formats.day(plan["issued_date"]))
    title.append(issued if plan["issued_date"] else words.plans.issued_blank)
    targets, tasks = (statuses(book.rows_of(name, "plan_key")[key]) for name in ("plan_targets", "plan_tasks"))
    found = statuses(book.rows_of("quality_findings", "plan_key")[key], "severity")
    return [
        Cell(book.plan_title(plan), lines=title, href=book.plan_pages[key], flags=flags),
        cells.state(book, "plan_force", state, lines=others),
        cells.states(book, "target_status", targets),
        cells.states(book, "task_status", tasks),
        *(cells.count(plan[name]) for name in ("measures", "duties")),
        cells.states(book, "severity", found),
    ]
