"""Figures that units sent within the year of a target whose day of judgement is still to come: they stand beside the
state, and nothing is judged by them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboards.blocks.table import Cell
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats


def notes(book: Book, target: Row) -> list[str]:
    """How many units have sent one, for the line below the state."""
    units = of_units(book, target)
    return [book.words.targets.early_units.format(n=formats.number(len(units)))] if units else []


def sentence(book: Book, target: Row) -> str:
    """How many units have sent one, and of which period the newest is."""
    units = of_units(book, target)
    if not units:
        return ""
    newest = max(units, key=lambda row: (row["window_to"], row["period_key"]))
    said: str = book.words.target_page.early.format(
        n=formats.number(len(units)), period=formats.lower(newest["period_name"])
    )
    return said


def beside(book: Book, cell: Cell, row: Row, origins: Origins) -> Cell:
    """The cell of a result that is still to come, with the newest figure of the unit, leading to where it stands."""
    if row["state"] != "not_due" or row["actual"] is not None:
        return cell
    found = _newest(book, row["unit_key"], row["indicator_code"], row["window_to"])
    if found is None:
        return cell
    said = book.words.targets.early.format(period=found["period_name"], actual=book.phrases.actual(found, "value"))
    origin = origins.of("fct_indicator_result", found["unit_key"], found["indicator_code"], found["period_key"])
    return replace(cell, lines=[*cell.lines, said], origin=origin, flags=cells.flags(book, found))


def of_units(book: Book, target: Row) -> Sequence[Row]:
    """The newest figure of each unit of its agency."""
    if target["status"] != "not_due" or target["actual"] is not None or target["is_repeat"]:
        return []
    units = [unit["unit_key"] for unit in book.units if unit["agency_key"] == target["agency_key"]]
    found = (_newest(book, unit, target["indicator_code"], target["window_to"]) for unit in units)
    return [row for row in found if row is not None]


def _newest(book: Book, unit_key: str, indicator_code: str | None, until: date | None) -> Row | None:
    """The newest figure of a unit in the year of a day, before it."""
    if until is None:
        return None
    rows = [
        row
        for row in book.rows_of("unit_results", "unit_key", "indicator_code").get((unit_key, indicator_code), [])
        if row["value"] is not None and row["window_to"] and row["window_to"] < until
    ]
    same_year = [row for row in rows if row["window_to"].year == until.year]
    return max(same_year, key=lambda row: (row["window_to"], row["period_key"]), default=None)
