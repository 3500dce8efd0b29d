"""One page a plan: its header, targets by reform area, goals, annex tasks, measures, duties, findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.figures.comparison import against_target
from dashboards.figures.due_dates import due_months
from dashboards.figures.periods import over_periods
from dashboards.figures.spec import Figure
from dashboards.figures.statuses import stacked
from dashboards.pages.book import Book, Page
from dashboards.pages.corrections import read_otherwise, said
from dashboards.pages.tallies import BAD, GOOD, Tally, statuses, tally, total
from dashboards.queries.marts import grouped
from dashboards.row import Row

# Longer lists fold into their groups: sixty cards are forty screens of a phone.
_LONG = 20
_DONE = frozenset({"done_on_time", "done_late"})
_BODY = ("plan_parents", "plan_amendments", "plan_goals", "plan_measures", "plan_duties")


def pages(book: Book) -> Iterator[Page]:
    """A page for each plan that has an agency."""
    findings = book.rows_of("quality_findings", "plan_key")
    attention, history = book.rows_of("attention", "plan_key"), book.rows_of("plan_target_periods", "plan_key")
    agencies = {row["agency_key"]: row for row in book.agencies}
    for plan in book.plans:
        key = plan["plan_key"]
        if key not in book.plan_pages:
            continue
        targets = book.rows_of("plan_targets", "plan_key")[key]
        tasks = book.rows_of("plan_tasks", "plan_key")[key]
        corrections = book.rows_of("plan_corrections", "plan_key")[key]
        yield Page(
            path=book.plan_pages[key],
            agency_key=plan["agency_key"],
            title=book.plan_title(plan),
            template="plan.html.j2",
            crumbs=[
                (book.words.nav.overview, "index.html"),
                (plan["agency_name"], book.agency_pages[plan["agency_key"]]),
            ],
            banners=_banners(plan, [*targets, *tasks, *attention[key], *history[key]]),
            figures={
                "status": _status(book, agencies[plan["agency_key"]], targets),
                "gap": _gap(book, targets),
                "tasks": _tasks(book, tasks),
                "periods": _periods(book, history[key], targets),
            },
            context={
                "plan": plan,
                "attention": attention[key],
                "past_plans": book.past_plans_note([plan]),
                "areas": _counted(book, "target_status", _by_area(book, targets)),
                "is_long": {"targets": len(targets) > _LONG, "tasks": len(tasks) > _LONG},
                "tally": tally("target_status", statuses(targets), book.phrases),
                "tasks": tasks,
                "task_tally": tally("task_status", statuses(tasks), book.phrases),
                "task_rates": _rates(tasks),
                "task_groups": _counted(book, "task_status", _by_group(book, tasks)),
                "findings": findings[key],
                "corrections": said(corrections),
                "otherwise": read_otherwise(corrections),
            }
            | {name: book.rows_of(name, "plan_key")[key] for name in _BODY},
        )


def _banners(plan: Row, rows: Sequence[Row]) -> list[str]:
    """Which warnings apply: the plan itself, or only results on it."""
    banners = ["digest_plan"] if plan["is_digest"] else []
    if plan["is_simulated"]:
        return [*banners, "simulated_plan"]
    return banners + (["simulated_results"] if any(row["is_simulated"] for row in rows) else [])


def _by_area(book: Book, targets: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Targets under reform area, in a PAPI plan under dimension, in the order of the query."""
    fallback = book.words.common.without_area
    groups: dict[str, list[Row]] = {}
    for row in targets:
        name = row["reform_area_name"] or row["papi_dimension_name"] or fallback
        groups.setdefault(name, []).append(row)
    return list(groups.items())


def _by_group(book: Book, tasks: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Annex tasks under the heading they stand under, in the order of the annex."""
    fallback = book.words.common.other_group
    return [(title or fallback, rows) for title, rows in grouped(tasks, "group_title").items()]


def _counted(book: Book, family: str, groups: Sequence[tuple[str, list[Row]]]) -> list[tuple[str, list[Row], Tally]]:
    """Groups with their states counted."""
    return [(name, rows, tally(family, statuses(rows), book.phrases)) for name, rows in groups]


def _status(book: Book, agency: Row, targets: Sequence[Row]) -> Figure | None:
    """Targets of each area by state."""
    if not targets:
        return None
    words = book.words.plan
    every = statuses(targets)
    pattern = words.chart_status_caption if book.is_reporting(agency) else words.chart_status_silent
    caption = pattern.format(
        met=total(every, GOOD),
        bad=total(every, BAD),
        silent=every["not_reported"],
        unassessed=every["not_assessable"],
        whole=sum(every.values()),
    )
    caption = book.says_simulated(caption, targets)
    bars = [(name, statuses(rows)) for name, rows in _by_area(book, targets)]
    return stacked("area-targets", words.chart_status, caption, bars, "target_status", book.words)


def _gap(book: Book, targets: Sequence[Row]) -> Figure | None:
    """Shares that have a result, against the level set. Reductions are left out: their figure is not a level."""
    shown = [
        row
        for row in targets
        if not row["is_repeat"] and row["unit"] == "percent" and row["actual"] is not None and row["value"] is not None
        and not str(row["comparator"]).startswith(("increase", "decrease"))
    ]  # fmt: skip
    if not shown:
        return None
    words = book.words.plan
    below = sum(row["status"] in {"missed", "off_track", "at_risk"} for row in shown)
    caption = words.chart_gap_caption if below else words.chart_gap_caption_none_below
    told = book.says_simulated(caption.format(n=len(shown), below=below), shown)
    return against_target("target-gap", told, shown, book.phrases)


def _tasks(book: Book, tasks: Sequence[Row]) -> Figure | None:
    """Dated tasks by month."""
    as_of = book.site["as_of_date"]
    counts = statuses(tasks)
    ahead = sum(row["due_to"] is not None and row["due_to"] >= as_of and row["status"] not in _DONE for row in tasks)
    caption = book.words.plan.chart_tasks_caption.format(
        overdue=counts["overdue"], unconfirmed=counts["overdue_unconfirmed"], next=ahead
    )
    return due_months("task-months", caption, tasks, as_of, book.words)


def _periods(book: Book, history: Sequence[Row], targets: Sequence[Row]) -> list[Figure]:
    """A small chart for each target with results of two periods or more."""
    by_target = grouped(history, "target_no")
    figures = []
    for target in targets:
        rows = [{**row, "unit": target["unit"]} for row in by_target[target["target_no"]]]
        if target["is_repeat"] or sum(row["actual"] is not None for row in rows) < 2:
            continue
        title = f"{target['target_no']} · {target['indicator_name'] or target['statement']}"
        name = f"periods-{target['target_no'].lower()}"
        caption = book.says_simulated(book.phrases.target(target), [target])
        figures.append(over_periods(name, title, caption, rows, "actual", target, book.phrases))
    return figures


def _rates(tasks: Sequence[Row]) -> Mapping[str, Any] | None:
    """The rates of dated tasks with their denominators; open late work stands in the denominator."""
    dated = [row for row in tasks if row["due_to"] is not None]
    if not dated:
        return None
    counts = statuses(dated)
    done = total(counts, _DONE)
    return {
        "all": len(dated),
        "done": done,
        "on_time": counts["done_on_time"],
        "past": done + counts["overdue"] + counts["overdue_unconfirmed"],
        "overdue": counts["overdue"],
        "unconfirmed": counts["overdue_unconfirmed"],
    }
