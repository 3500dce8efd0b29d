"""One page an agency: its plans, what needs attention, its units, the indices of its province."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.figures.spec import Figure
from dashboards.figures.statuses import stacked
from dashboards.pages.book import Book, Page
from dashboards.pages.overview import glance
from dashboards.pages.tallies import BAD, GOOD, finding_counts, report_counts, statuses, tally, total
from dashboards.row import Row


def pages(book: Book) -> Iterator[Page]:
    """A page for each row of the agency mart."""
    targets, tasks = book.rows_of("plan_targets", "agency_key"), book.rows_of("plan_tasks", "agency_key")
    attention = book.rows_of("attention", "agency_key")
    for agency in book.agencies:
        key = agency["agency_key"]
        plans = [row for row in book.plans if row["agency_key"] == key]
        units = [row for row in book.units if row["agency_key"] == key]
        yield Page(
            path=book.agency_pages[key],
            agency_key=key,
            title=agency["agency_name"],
            template="agency.html.j2",
            crumbs=[(book.words.nav.overview, "index.html")],
            banners=_banners(book, key, [*plans, *units, *targets[key], *tasks[key], *attention[key]]),
            figures={"plans": _plans(book, agency, plans), "reports": _reports(book, units)},
            context={
                "agency": agency,
                "report_page": book.report_pages.get(key),
                "plans": [_plan(book, row) for row in plans],
                "units": [_unit(book, row) for row in units],
                "is_reporting": book.is_reporting(agency),
                "attention": attention[key],
                "past_plans": book.past_plans_note(plans),
                "findings": tally("severity", finding_counts(agency), book.phrases),
                "glance": glance(book, agency["province_name"]) if agency["province_name"] else [],
            },
        )


def _banners(book: Book, agency_key: str, rows: Sequence[Row]) -> list[str]:
    """Which warnings apply: the whole agency is made up, or only results of it."""
    simulated = ["simulated_agency"] if any(row["is_simulated"] for row in rows) else []
    if agency_key in book.simulated_agencies:
        simulated = ["simulated_whole"]
    return simulated + (["digest_agency"] if agency_key in book.digest_agencies else [])


def _plan(book: Book, plan: Row) -> Mapping[str, Any]:
    """A plan with its states counted."""
    targets = statuses(book.rows_of("plan_targets", "plan_key")[plan["plan_key"]])
    tasks = statuses(book.rows_of("plan_tasks", "plan_key")[plan["plan_key"]])
    results = [
        row for mart in ("plan_targets", "plan_tasks") for row in book.rows_of(mart, "plan_key")[plan["plan_key"]]
    ]
    return {
        "row": plan,
        "has_simulated_results": not plan["is_simulated"] and any(row["is_simulated"] for row in results),
        "targets": tally("target_status", targets, book.phrases),
        "tasks": tally("task_status", tasks, book.phrases),
    }


def _unit(book: Book, unit: Row) -> Mapping[str, Any]:
    """A unit with its tasks and reports counted."""
    tasks = book.rows_of("unit_tasks", "unit_key")[unit["unit_key"]]
    led = statuses(task for task in tasks if task["is_own_part"])
    return {
        "row": unit,
        "tasks": tally("task_status", led, book.phrases),
        "reports": tally("report_status", report_counts(unit), book.phrases),
    }


def _plans(book: Book, agency: Row, plans: Sequence[Row]) -> Figure | None:
    """Targets of each plan by state."""
    words = book.words.agency
    targets = book.rows_of("plan_targets", "plan_key")
    bars = [(book.plan_title(row), statuses(targets[row["plan_key"]])) for row in plans]
    bars = [(label, counts) for label, counts in bars if counts]
    if not bars:
        return None
    every = statuses(row for plan in plans for row in targets[plan["plan_key"]])
    pattern = words.chart_plans_caption if book.is_reporting(agency) else book.words.plan.chart_status_silent
    caption = pattern.format(
        met=total(every, GOOD),
        bad=total(every, BAD),
        silent=every["not_reported"],
        whole=sum(every.values()),
    )
    caption = book.says_simulated(caption, (row for plan in plans for row in targets[plan["plan_key"]]))
    return stacked("plan-targets", words.chart_plans, caption, bars, "target_status", book.words)


def _reports(book: Book, units: Sequence[Row]) -> Figure | None:
    """Reports that were due, by unit."""
    words = book.words.agency
    owing = [row for row in units if row["reports_due"]]
    if not owing:
        return None
    caption = words.chart_reports_caption.format(
        on_time=sum(row["reports_on_time"] for row in owing),
        due=sum(row["reports_due"] for row in owing),
        late=sum(row["reports_late"] for row in owing),
        missing=sum(row["reports_missing"] for row in owing),
    )
    caption = book.says_simulated(caption, owing)
    bars = [(row["unit_name"], report_counts(row)) for row in owing]
    return stacked("unit-reports", words.chart_reports, caption, bars, "report_status", book.words)
