"""One page a unit: its tasks, its results by period, its reports, what it has to check."""

from collections.abc import Iterator, Mapping, Sequence

from dashboards.figures.periods import over_periods
from dashboards.figures.spec import Figure
from dashboards.pages.book import Book, Page
from dashboards.pages.tallies import report_counts, statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.collation import collation_key

_TABLES: Mapping[str, str] = {"tasks": "unit_tasks", "results": "unit_results", "reports": "unit_reports"}


def pages(book: Book) -> Iterator[Page]:
    """A page for each unit that has an agency."""
    findings = book.rows_of("quality_findings", "unit_key")
    for unit in book.units:
        key = unit["unit_key"]
        if key not in book.unit_pages:
            continue
        rows = {name: book.rows_of(mart, "unit_key")[key] for name, mart in _TABLES.items()}
        led = statuses(task for task in rows["tasks"] if task["is_own_part"])
        results = sorted(
            grouped(rows["results"], "indicator_code").values(),
            key=lambda part: collation_key(part[0]["indicator_name"] or part[0]["indicator_code"]),
        )
        yield Page(
            path=book.unit_pages[key],
            agency_key=unit["agency_key"],
            title=unit["unit_name"],
            template="unit.html.j2",
            crumbs=[
                (book.words.nav.overview, "index.html"),
                (unit["agency_name"], book.agency_pages[unit["agency_key"]]),
            ],
            banners=_banners(book, unit, [row for part in rows.values() for row in part]),
            figures={"periods": _periods(book, results)},
            context={
                "unit": unit,
                "task_overdue": {"overdue": led["overdue"], "unconfirmed": led["overdue_unconfirmed"]},
                "task_tally": tally("task_status", led, book.phrases),
                "report_tally": tally("report_status", report_counts(unit), book.phrases),
                "findings": findings[key],
                "results": [_by_period(part) for part in results],
                "periods": _period_names(rows["results"]),
                "tasks": rows["tasks"],
                "reports": rows["reports"],
            },
        )


def _by_period(rows: Sequence[Row]) -> tuple[str, Mapping[str, Row]]:
    """Name of an indicator, and its row in each period."""
    return rows[0]["indicator_name"] or rows[0]["indicator_code"], {row["period_key"]: row for row in rows}


def _period_names(rows: Sequence[Row]) -> Mapping[str, str]:
    """period_key -> name, in the order of the windows."""
    ordered = sorted(rows, key=lambda row: (str(row["window_to"]), row["period_key"]))
    return {row["period_key"]: row["period_name"] or row["period_key"] for row in ordered}


def _banners(book: Book, unit: Row, rows: Sequence[Row]) -> list[str]:
    """Whether anything on the page is simulated, and whether its tasks may come from a digest."""
    agency_key = unit["agency_key"]
    is_simulated = agency_key in book.simulated_agencies or any(row["is_simulated"] for row in (unit, *rows))
    simulated = ["simulated_agency"] if is_simulated else []
    return simulated + (["digest_agency"] if agency_key in book.digest_agencies else [])


def _periods(book: Book, results: Sequence[Sequence[Row]]) -> list[Figure]:
    """A small chart for each indicator with figures of two periods or more."""
    return [
        over_periods(
            f"results-{position}",
            rows[0]["indicator_name"] or rows[0]["indicator_code"],
            "",
            rows,
            "value",
            None,
            book.phrases,
        )
        for position, rows in enumerate(results, start=1)
        if sum(row["value"] is not None for row in rows) > 1
    ]
