"""Overview: what needs attention, all agencies worst first, the three indices of their provinces, freshness."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.figures.spec import Figure
from dashboards.figures.statuses import stacked
from dashboards.pages.book import INDEX_PAGES, Book, Page
from dashboards.pages.changes import in_order
from dashboards.pages.tallies import BAD, finding_counts, report_counts, statuses, tally, total
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.words import Words

# A director reads one screen; the rest stands on the pages of the agencies.
_ATTENTION_SHOWN = 12
_CHANGES_SHOWN = 8


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    attention = book.marts.rows("attention")
    changes = in_order(book.marts.rows("changes"))
    targets = book.rows_of("plan_targets", "agency_key")
    tasks = book.rows_of("plan_tasks", "agency_key")
    agencies = [
        {
            "row": row,
            "is_reporting": book.is_reporting(row),
            "targets": tally("target_status", statuses(targets[row["agency_key"]]), book.phrases),
            "tasks": tally("task_status", statuses(tasks[row["agency_key"]]), book.phrases),
            "reports": tally("report_status", report_counts(row), book.phrases),
            "findings": tally("severity", finding_counts(row), book.phrases),
        }
        for row in book.agencies
    ]
    yield Page(
        path="index.html",
        title=book.words.overview.title,
        template="overview.html.j2",
        banners=book.site_banners,
        figures={"targets": _targets(book)},
        context={
            "agencies": agencies,
            "attention": attention[:_ATTENTION_SHOWN],
            "attention_total": len(attention),
            "past_plans": book.past_plans_note(book.plans),
            "tiles": _sums(book.agencies),
            "is_reporting": any(book.is_reporting(row) for row in book.agencies),
            "report_pages": book.report_pages,
            "changes": changes[:_CHANGES_SHOWN],
            "changes_total": len(changes),
            "glance": glance(book),
        },
    )


def _sums(agencies: Sequence[Row]) -> Mapping[str, int]:
    """Every counting column summed over the agencies."""
    names = {name for row in agencies for name, value in row.items() if isinstance(value, int)}
    return {name: sum(row[name] or 0 for row in agencies) for name in sorted(names)}


def _targets(book: Book) -> Figure | None:
    """Targets of every agency by state."""
    words = book.words.overview
    targets = book.rows_of("plan_targets", "agency_key")
    shown = [row for row in book.agencies if statuses(targets[row["agency_key"]])]
    if not shown:
        return None
    bars = [(row["agency_name"], statuses(targets[row["agency_key"]])) for row in shown]
    heard = [bar for row, bar in zip(shown, bars, strict=True) if book.is_reporting(row)]
    silent = sum(not book.is_reporting(row) for row in book.agencies)
    caption = book.says_simulated(_conclusion(heard, silent, words), book.marts.rows("plan_targets"))
    return stacked("agency-targets", words.chart_targets, caption, bars, "target_status", book.words)


def _conclusion(heard: Sequence[tuple[str, Mapping[str, int]]], silent: int, words: Words) -> str:
    """Names the agency with most behind, among those that owe reports: nothing is known of the others."""
    if not heard:
        return words.chart_targets_all_silent  # type: ignore[no-any-return]
    label, counts = max(heard, key=lambda bar: total(bar[1], BAD))
    bad = total(counts, BAD)
    pattern = words.chart_targets_bad if len(heard) > 1 else words.chart_targets_one
    sentence: str = pattern.format(agency=label, n=bad, whole=sum(counts.values())) if bad else words.chart_targets_calm
    return words.chart_targets_silent.format(sentence=sentence, n=silent) if silent else sentence


def glance(book: Book, province: str | None = None) -> list[Mapping[str, Any]]:
    """Per province of an agency: of each index the latest year that has a figure, and a later gap if there is one."""
    totals = [
        row
        for row in book.marts.rows("index_scores")
        if row["component_code"] == "TOTAL" and row["is_agency_province"] and province in (None, row["territory"])
    ]
    territories = sorted({row["territory"] for row in totals}, key=collation_key)
    return [
        {
            "territory": name,
            "cells": {
                index: _latest([r for r in totals if r["territory"] == name and r["index_code"] == index])
                for index in INDEX_PAGES
            },
        }
        for name in territories
    ]


def _latest(rows: Sequence[Row]) -> Mapping[str, Any]:
    """The last row with a value or rank, and the years after it that were not published."""
    known = [row for row in rows if row["value"] is not None or row["rank"] is not None]
    last = max(known, key=lambda row: row["year"], default=None)
    gaps = [r["year"] for r in rows if r["state"] == "not_published" and (last is None or r["year"] > last["year"])]
    return {"row": last, "gaps": sorted(gaps)}
