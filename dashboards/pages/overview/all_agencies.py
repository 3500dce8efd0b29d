"""Tables of the overview of all agencies: one row for each, and the worst items of them all in one list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.overview.tables import titled
from dashboards.pages.results import judged
from dashboards.pages.standing import AgencyStanding
from dashboards.pages.tallies import finding_counts, report_counts, statuses, tally
from dashboards.pages.targets import cells as target_cells
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TASK_LATE

_FAMILIES: Final[Mapping[str, str]] = {"task": "task_status", "report": "report_status"}
_ALWAYS: Final = ("task", "report")


def agencies(book: Book, standings: Sequence[AgencyStanding]) -> Table:
    """One row an agency: first those that the sentence and the tiles count, of each kind the worst first."""
    words = book.words
    columns = [Column(words.column.agency, "name"), Column(words.column.targets), Column(words.column.tasks)]
    columns += [Column(words.column.reports), Column(words.column.findings)]
    ordered = sorted(standings, key=lambda one: one.is_past)
    return plain("co-quan", words.overview.agencies, columns, [_agency(book, one) for one in ordered])


def _agency(book: Book, standing: AgencyStanding) -> Sequence[Cell]:
    row, words = standing.agency, book.words
    flags = [*book.labels.of_agency_row(row["agency_key"]), *([words.common.digest] if row["has_digest"] else [])]
    of_judged = words.overview.of_judged.format(of=formats.number(len(standing.judged)), year=standing.year)
    tasks = {code: row[f"tasks_{code}"] for code in TASK_LATE}
    reports = {code: count for code, count in report_counts(row).items() if code != "on_time"}
    findings = {code: count for code, count in finding_counts(row).items() if code != "info"}
    notes = row["findings_info"]
    notes_only = words.overview.notes_only.format(n=formats.number(notes)) if notes else ""
    no_targets = words.overview.unjudged if row["targets"] else words.overview.no_targets
    no_reports = words.overview.no_report_yet if standing.is_reporting else words.overview.reports_unasked
    uncounted = [words.overview.past_figures_uncounted.format(year=standing.year)] if standing.is_year_past else []
    uncounted = [words.overview.past_uncounted] if standing.is_past else uncounted
    of_tasks = words.overview.of_tasks if standing.are_tasks_told else words.overview.tile_tasks_untold
    due = formats.number(row["reports_due"])
    all_sent = words.overview.all_reports.format(of=due)
    bad = partial(_bad, book, is_past=standing.is_past)
    targets = partial(_bad, book, is_past=standing.is_past or standing.is_year_past)
    return [
        Cell(
            row["agency_name"],
            lines=uncounted,
            href=book.agency_pages[row["agency_key"]],
            flags=flags,
        ),
        targets("target_status", statuses(standing.in_danger), of_judged) if standing.judged else Cell(no_targets),
        bad("task_status", tasks, of_tasks.format(of=formats.number(row["tasks"])))
        if row["tasks"]
        else Cell(words.overview.no_tasks),
        bad("report_status", reports, words.overview.of_reports.format(of=due), all_sent)
        if row["reports_due"]
        else Cell(no_reports),
        bad("severity", findings, "", notes_only),
    ]


def _bad(book: Book, family: str, counts: Mapping[str, int], of: str, calm: str = "", *, is_past: bool) -> Cell:
    """What asks for something, and of how many; the rest stands on the page of the agency. calm: what is said, of how
    many too, where nothing does. is_past: it asks for nothing any more, and is told in plain words."""
    found = tally(family, counts, book.phrases)
    if calm and not found:
        return Cell(calm)
    if found and is_past:
        told = ", ".join(f"{formats.number(count)} {formats.lower(mark.text)}" for mark, count in found)
        return Cell(told, lines=[of] if of else [])
    return Cell("" if found else book.words.overview.none_bad, tally=found, lines=[of] if of else [])


def worst(book: Book, standings: Sequence[AgencyStanding], origins: Origins, shown: int | None) -> Table:
    """Targets, tasks and reports of the agencies that the tiles count, in the one order of what needs attention.

    Of targets only those of the year spoken of: what an earlier year missed nobody mends.
    """
    counted = {one.agency["agency_key"] for one in standings}
    spoken = {("target", row["plan_key"], row["target_no"]) for one in standings for row in one.in_danger_now}
    rows_of_counted = [row for row in book.marts.rows("attention") if row["agency_key"] in counted]
    items = [row for row in rows_of_counted if row["kind"] in _ALWAYS or _place(row) in spoken]
    words = book.words
    targets = [_judged(book, row) for row in items if row["kind"] == "target"]
    common = target_cells.common_period(targets)
    columns = [Column(words.column.what, "name"), Column(words.column.state, "status")]
    columns += [Column(words.column.actual, "number"), Column(words.column.target, "number")]
    columns += [Column(words.targets.owner_due, "name"), Column(words.overview.days_past, "number")]
    rows = [_item(book, row, common, origins) for row in items[:shown]]
    found = plain("viec-nang-nhat", words.overview.worst_table, columns, rows)
    return replace(found, note=target_cells.as_of_period(book, targets))


def _item(book: Book, row: Row, common: str, origins: Origins) -> Sequence[Cell]:
    words, kind = book.words, row["kind"]
    title = row["title"] or row["item_no"] or row["unit_key"]
    return [
        titled(
            words.overview.report_for.format(period=title) if kind == "report" else title,
            lines=[row["agency_name"]],
            href=_page(book, row),
            flags=cells.flags(book, row, is_of_all=True),
        ),
        *(_target(book, row, common, origins) if kind == "target" else _late(book, row, origins)),
    ]


def _judged(book: Book, row: Row) -> Row:
    """The target that an item is."""
    targets = book.rows_of("plan_targets", "plan_key")[row["plan_key"]]
    return next(one for one in targets if one["target_no"] == row["item_no"])


def _target(book: Book, row: Row, common: str, origins: Origins) -> Sequence[Cell]:
    """A target as the pages of its agency tell it; that it is simulated stands beside its name."""
    target, origin = _judged(book, row), judged(book, *_place(row)[1:], origins)
    period = target_cells.other_period(target, common)
    return [
        target_cells.state(book, target, origin),
        replace(target_cells.actual(book, target, origin, period, has_bar=True), flags=()),
        target_cells.asked(book, target, origins.of("fct_target", *_place(row)[1:])),
        target_cells.owner_due(book, target),
        Cell(),
    ]


def _late(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    """A task or a report whose day has passed."""
    is_task = row["kind"] == "task"
    origin = origins.of("fct_task_status", *_place(row)[1:], href=_page(book, row)) if is_task else None
    who = row["owner_name"] or row["unit_name"] or book.words.common.no_lead
    state = cells.state(book, _FAMILIES[row["kind"]], row["status"], origin=origin)
    day = row["due_date"]
    who_due = Cell(who, lines=[formats.day(day)], parts=[(book.words.column.due, day)])
    return [state, Cell(), Cell(), who_due, cells.count(row["days_late"])]


def _place(row: Row) -> tuple[str, str, str]:
    return row["kind"], row["plan_key"], row["item_no"]


def _page(book: Book, row: Row) -> str | None:
    pages = {"target": book.target_page, "task": book.task_page}
    if row["kind"] in pages:
        return pages[row["kind"]](row["plan_key"], row["item_no"])
    return book.unit_pages.get(row["unit_key"])
