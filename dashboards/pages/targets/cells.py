"""Cells of a target, its periods and its units: result, level asked, distance, state, who reported, who answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboards.blocks.table import Bar, Cell, Origin
from dashboards.figures.levels import level
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET, UNKNOWN

_SCALE = Decimal(100)


def judged(target: Row, period: Row) -> Row:
    """A target as it stood in one period, or in one unit: phrases and figures read it like the target itself."""
    merged: Mapping[str, object] = {**target, **period, "value": period["target_value"]}
    return merged


def actual(book: Book, row: Row, origin: Origin | None, lines: Sequence[str] = (), *, has_bar: bool = False) -> Cell:
    """A result with its counts; a missing one is a dash, for the state beside it says why."""
    is_known = row["actual"] is not None
    return replace(
        cells.actual(book, row, lines=lines if is_known else (), origin=origin),
        flags=cells.flags(book, row),
        bar=_bar(row) if has_bar and is_known else None,
    )


def _bar(row: Row) -> Bar | None:
    """Shares alone: other figures have no whole."""
    if row["unit"] != "percent" or not 0 <= row["actual"] <= _SCALE:
        return None
    asked = level(row)
    on_scale = asked if asked is not None and 0 <= asked <= _SCALE else None
    return Bar(row["actual"], on_scale, TARGET.get(row["status"] or "", UNKNOWN).tone)


def asked(book: Book, row: Row, origin: Origin | None = None) -> Cell:
    """The level in the words of the plan."""
    return cells.asked(book, row, origin if row["value"] is not None else None)


def state(book: Book, row: Row, origin: Origin | None) -> Cell:
    """The judgement with its reason; where there is no figure to click on, it leads to what is known."""
    mark = book.phrases.mark("target_status", row["status"], row["status_reason"], row["period_end"])
    return Cell(mark=mark, origin=origin if row["actual"] is None else None)


def reported(book: Book, row: Row, lines: Sequence[str] = ()) -> Cell:
    """How many units reported of how many concerned, and what speaks against the sum; before the day nobody owes."""
    if row["status"] == "not_due" and row["units_concerned"] and not row["units_reported"]:
        return Cell(book.words.targets.not_due_units.format(n=formats.number(row["units_concerned"])), lines=lines)
    said, lines = book.phrases.units_reported(row), [*lines, *book.phrases.reservations(row)]
    if not row["units_concerned"]:
        return Cell(said, lines=lines)
    return Cell(said, row["units_reported"] or 0, lines, parts=[(book.words.export.rank_of, row["units_concerned"])])


def owner(book: Book, row: Row) -> Cell:
    """Who answers for it."""
    words = book.words.targets
    if row["owner_name"] is None:
        return Cell(words.no_owner)
    others = (row["owners"] or 1) - 1
    lines = [words.more_owners.format(n=formats.number(others))] if others else []
    return Cell(row["owner_name"], lines=lines, href=book.unit_pages.get(row["owner_unit_key"]))


def due(book: Book, row: Row) -> str:
    """By when: the last day of the tasks that serve it and whether it has passed, else the plan's last year."""
    words = book.words.targets
    if row["due_date"] is not None:
        pattern = words.due_past if row["due_date"] < book.site["as_of_date"] else words.due
        said: str = pattern.format(date=formats.day(row["due_date"]))
        return said
    year = row["period_end"] or row["period_start"]
    return words.due_year.format(year=year) if year else formats.DASH


def owner_due(book: Book, row: Row) -> Cell:
    """Who, by when, in one cell."""
    who = owner(book, row)
    return Cell(who.text, lines=[*who.lines, due(book, row)], href=who.href)


def marks_of(book: Book, row: Row) -> list[str]:
    """Short labels of a target: printed again, contradicted, closed by another plan."""
    words = book.words
    closed = row["valid_to"]
    labels = {
        words.targets.repeat: row["is_repeat"],
        words.common.conflict: row["has_conflict"],
        words.review.unconfirmed: row["is_unconfirmed"],
        words.targets.closed.format(date=formats.day(closed)): closed is not None,
    }
    return [label for label, applies in labels.items() if applies]
