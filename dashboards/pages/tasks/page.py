"""The tasks of an agency: what is late and who leads it, what comes next, rates, all tasks."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Chart, Facts, Fold, Section, Sheet, Text
from dashboards.figures.due_dates import due_months
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.standing import are_tasks_told
from dashboards.pages.tallies import statuses
from dashboards.pages.tasks import matrix as task_matrix
from dashboards.pages.tasks import rates as task_rates
from dashboards.pages.tasks import sentences as task_sentences
from dashboards.pages.tasks import tables as task_tables
from dashboards.pages.tasks.leads import Leads
from dashboards.pages.tasks.matrix import ONGOING
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE

# Columns of the table of ongoing tasks before its periods.
_FIXED = 2


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency; one without tasks says where its work stands."""
    by_agency, coming = book.rows_of("plan_tasks", "agency_key"), book.rows_of("upcoming", "agency_key")
    plans, units = grouped(book.plans, "agency_key"), grouped(book.units, "agency_key")
    periods = book.rows_of("task_periods", "agency_key")
    leads, words = Leads(book), book.words.tasks
    for agency in book.agencies:
        key, origins = agency["agency_key"], book.origins()
        tasks = [task for task in by_agency[key] if task["status"] is not None]
        counted = [task for task in tasks if task["is_counted"]]
        ahead = [row for row in coming[key] if row["kind"] == "task"]
        if tasks:
            by_task = {(task["plan_key"], task["task_no"]): task for task in tasks}
            sections = [
                Section("dau-trang", "", task_sentences.lead(book, agency, tasks, ahead, leads)),
                Section("thoi-han", words.by_due, _chart(book, counted, origins)),
                Section("qua-han-muc", words.late_title, [Sheet(task_tables.late(book, tasks, leads, origins))]),
                Section("sap-den", words.next_title, [Sheet(task_tables.coming(book, ahead, by_task, leads, origins))]),
                Section("thuong-xuyen", words.ongoing_title, _ongoing(book, counted, periods[key], origins)),
                Section("chu-tri", words.rates_title, _rates(book, agency, units[key])),
                Section("toan-bo", words.all_title, [_every(book, tasks, leads, origins)]),
            ]
        else:
            sections = [Section("dau-trang", "", task_sentences.without_tasks(book, plans[key]))]
        yield Page(
            path=book.agency_path(key, "tasks"),
            agency_key=key,
            title=words.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_agency(key, tasks),
            origins=origins,
            contents=bool(tasks),
            sections=sections,
        )


def _every(book: Book, tasks: Sequence[Row], leads: Leads, origins: Origins) -> Fold:
    """The list of all tasks, for those who look one up."""
    title = book.words.tasks.all_fold.format(n=formats.number(len(tasks)))
    return Fold(title, [Sheet(task_tables.every(book, tasks, leads, origins))])


def _ongoing(book: Book, tasks: Sequence[Row], periods: Sequence[Row], origins: Origins) -> list[Block]:
    """Ongoing tasks by period, where any period was spoken of."""
    count = sum(task["status"] in ONGOING for task in tasks)
    table = task_matrix.ongoing(book, tasks, periods, origins)
    if count and len(table.columns) > _FIXED:
        return [Sheet(table)]
    return [Text(book.words.tasks.ongoing_silent.format(n=formats.number(count)))] if count else []


def _rates(book: Book, agency: Row, units: Sequence[Row]) -> list[Block]:
    """Rates of the lead units, where anybody ever said how tasks stand."""
    return [Sheet(task_rates.rates(book, units))] if are_tasks_told(book, agency["agency_key"]) else []


def _chart(book: Book, tasks: Sequence[Row], origins: Origins) -> list[Block]:
    """Dated tasks on the line of months, with what to read from it."""
    as_of = book.site["as_of_date"]
    dated = [task for task in tasks if task["last_day_given"] is not None]
    past = [task for task in dated if task["last_day_given"] < as_of]
    words, counts = book.words.tasks, statuses(past)
    parts = [words.lead_parts[code].format(n=formats.number(counts[code])) for code in TASK_LATE if counts[code]]
    late = words.by_due_late.format(parts=", ".join(parts)) if parts else ""
    told = {"past": len(past), "next": len(dated) - len(past)}
    caption = words.by_due_caption.format(late=late, **{key: formats.number(n) for key, n in told.items()})
    figure = due_months(
        "thoi-han-thang",
        book.labels.under_chart(caption, tasks),
        tasks,
        as_of,
        book.words,
        lambda task: origins.of("fct_task_status", task["plan_key"], task["task_no"]),
    )
    signs = Facts([(book.words.tasks.signs, cells.states(book, "task_status", statuses(dated)))])
    return [signs, Chart(figure, "tat-ca")] if figure else []
