"""Data quality: every file with its equation, what was found, what waits for a person."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboards.figures.spec import Figure
from dashboards.figures.statuses import stacked
from dashboards.pages.book import QUALITY_PAGE, Book, Page
from dashboards.pages.tallies import finding_counts, statuses, tally
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.states import FILE

# A page of thousands of rows opens on no phone; the rest is in the warehouse, and the page says so.
_SHOWN_PER_KIND = 50


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    findings = book.marts.rows("quality_findings")
    order = {status: position for position, status in enumerate(FILE)}
    files = sorted(
        book.marts.rows("quality_files"),
        key=lambda row: (order.get(row["status"], -1), collation_key(row["source_path"])),
    )
    yield Page(
        path=QUALITY_PAGE,
        title=book.words.quality.title,
        template="quality.html.j2",
        crumbs=[(book.words.nav.overview, "index.html")],
        banners=book.site_banners,
        figures={"kinds": _kinds(book, findings)},
        context={
            "files": [
                (row, tally("severity", finding_counts(row), book.phrases)) for row in files if not _is_whole(row)
            ],
            "whole_files": [(row, ()) for row in files if _is_whole(row)],
            "unbalanced": sum(row["is_balanced"] is False for row in files),
            "tally": tally("severity", statuses(findings, "severity"), book.phrases),
            "groups": [
                {"rows": rows[:_SHOWN_PER_KIND], "more": max(0, len(rows) - _SHOWN_PER_KIND), "count": len(rows)}
                for rows in grouped(findings, "severity", "kind").values()
            ],
            "waiting": book.marts.rows("quality_quarantine"),
            "with_simulated_results": book.with_simulated_results,
        },
    )


def _is_whole(row: Row) -> bool:
    """Read, nothing held back or found: a file that asks for nobody's time."""
    is_quiet = not row["values_quarantined"] and not any(finding_counts(row).values())
    return row["status"] == "read" and is_quiet and row["is_balanced"] is not False


def _kinds(book: Book, findings: Sequence[Row]) -> Figure | None:
    """Findings of each kind by severity, the most frequent first."""
    if not findings:
        return None
    words = book.words.quality
    kinds = grouped(findings, "kind")
    ordered = sorted(kinds.values(), key=lambda rows: (-len(rows), collation_key(rows[0]["kind_name"])))
    bars = [(rows[0]["kind_name"] or rows[0]["kind"], Counter(row["severity"] for row in rows)) for rows in ordered]
    caption = words.chart_caption.format(kind=bars[0][0], n=len(ordered[0]), whole=len(findings))
    return stacked("finding-kinds", words.chart, caption, bars, "severity", book.words)
