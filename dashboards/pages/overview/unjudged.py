"""What stands in the place of targets in danger where none was judged: why, what the plans hold, what came."""

from collections.abc import Sequence

from dashboards.blocks.layout import Block, Bullets, Text
from dashboards.blocks.table import Cell
from dashboards.pages.book import Book
from dashboards.pages.standing import AgencyStanding
from dashboards.row import Row
from dashboards.theme import formats


def blocks(book: Book, standing: AgencyStanding) -> Sequence[Block]:
    """That nothing can be judged, and where the work and the figures stand."""
    words, agency = book.words.overview, standing.agency
    key = agency["agency_key"]
    if agency["targets"]:
        return [Text(words.targets_unjudged_said, "empty")]
    plans = [_plan(book, plan) for plan in book.plans if plan["agency_key"] == key]
    return [Text(words.targets_impossible, "empty"), Bullets([*plans, *_results(book, key)])]


def _plan(book: Book, plan: Row) -> Cell:
    counts = {name: formats.number(plan[name]) for name in ("measures", "duties")}
    said = book.words.tasks.plan_else.format(plan=book.plan_title(plan), **counts)
    return Cell(said, href=book.plan_pages.get(plan["plan_key"]))


def _results(book: Book, agency_key: str) -> Sequence[Cell]:
    """Figures that units sent although no plan asks for a level."""
    by_unit = book.rows_of("unit_results", "unit_key")
    sent = [
        [row for row in by_unit[unit["unit_key"]] if row["state"] == "reported"]
        for unit in book.units
        if unit["agency_key"] == agency_key
    ]
    units = [rows for rows in sent if rows]
    counts = {"n": formats.number(sum(map(len, units))), "units": formats.number(len(units))}
    said = book.words.overview.results_came.format(**counts)
    return [Cell(said, href=book.agency_path(agency_key, "units"))] if units else []
