"""Cells of a target, its periods and its units: result, level asked, distance, state, who reported, who answers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboards.blocks.table import Bar, Cell, Origin
from dashboards.figures.levels import level
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET, UNKNOWN

_SCALE, _TENTH = Decimal(100), Decimal("0.1")


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
        bar=bar(row) if has_bar and is_known else None,
    )


def common_period(rows: Iterable[Row]) -> str:
    """The period that most results of a table are of: it is said once, below it."""
    counts = Counter(row["period_name"] for row in _known(rows))
    return max(counts, key=lambda name: (counts[name], name), default="")


def as_of_period(book: Book, rows: Iterable[Row]) -> str:
    """The line that says it: up to which day its reports count, that some figures are of an earlier one, that some rows
    name another."""
    known = _known(rows)
    common = common_period(known)
    if not common:
        return ""
    words, of_it = book.words.targets.as_of, [row for row in known if row["period_name"] == common]
    days = {row["window_to"] for row in of_it}
    day = days.pop() if len(days) == 1 else None
    notes = [words.closed.format(day=formats.day(day))] if day else []
    notes += [words.carried] if any(row["units_carried"] for row in of_it) else []
    noted = words.noted.format(notes="; ".join(notes)) if notes else ""
    others = words.others if len(of_it) < len(known) else ""
    said: str = words.said.format(period=formats.lower(common), noted=noted, others=others)
    return said


def _known(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["actual"] is not None and row["period_name"]]


def other_period(row: Row, common: str) -> list[str]:
    """The period of a result that is of another one, for its own row."""
    return [row["period_name"]] if row["period_name"] not in (None, common) else []


def bar(row: Row) -> Bar | None:
    """Shares stand on a scale of a hundred; counts, which have no whole, on one that ends with the larger of figure and
    level."""
    number, asked = row["actual"], level(row)
    is_share = row["unit"] == "percent"
    whole = _SCALE if is_share else max(number, asked or 0)
    if not 0 <= number <= whole or not whole or (asked is None and not is_share):
        return None
    on_scale = _share(asked, whole) if asked is not None and 0 <= asked <= whole else None
    return Bar(_share(number, whole), on_scale, TARGET.get(row["status"] or "", UNKNOWN).tone)


def _share(number: Decimal, whole: Decimal) -> Decimal:
    return (number * _SCALE / whole).quantize(_TENTH)


def asked(book: Book, row: Row, origin: Origin | None = None) -> Cell:
    """The level in the words of the plan."""
    return cells.asked(book, row, origin if row["value"] is not None else None)


def state(book: Book, row: Row, origin: Origin | None, lines: Sequence[str] = ()) -> Cell:
    """The judgement with its reason; where there is no figure to click on, it leads to what is known."""
    mark = book.phrases.mark("target_status", row["status"], row["status_reason"], row["period_end"])
    return Cell(mark=mark, lines=lines, origin=origin if row["actual"] is None else None)


def reported(book: Book, row: Row, lines: Sequence[str] = ()) -> Cell:
    """How many units reported of how many concerned, and what speaks against the sum; before the day nobody owes,
    and whom it will not apply to is not known."""
    if row["status"] == "not_due" and row["units_concerned"] and not row["units_reported"]:
        return Cell(book.words.targets.not_due_units, lines=lines)
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
    """By when: the last day of the tasks that serve it, else the plan's last year, and whether that has passed."""
    words, today = book.words.targets, book.site["as_of_date"]
    if row["due_date"] is not None:
        pattern = words.due_past if row["due_date"] < today else words.due
        said: str = pattern.format(date=formats.day(row["due_date"]))
        return said
    year = row["period_end"] or row["period_start"]
    if not year:
        return formats.DASH
    return (words.due_year_past if year < today.year else words.due_year).format(year=year)


def owner_due(book: Book, row: Row) -> Cell:
    """Who, by when, in one cell; in exports the day stands in a column of its own."""
    who = owner(book, row)
    return replace(who, lines=[*who.lines, due(book, row)], parts=[(book.words.column.due, row["due_date"])])


def marks_of(book: Book, row: Row) -> list[str]:
    """Short labels of a target: printed again, contradicted, closed by another plan or to be closed by it."""
    words = book.words
    labels = {
        words.targets.repeat: row["is_repeat"],
        words.common.conflict: row["has_conflict"],
        words.review.unconfirmed: row["is_unconfirmed"],
    }
    return [*(label for label, applies in labels.items() if applies), *ends(book, row)]


def ends(book: Book, row: Row) -> list[str]:
    """The last day on which a target holds that another plan closes; until then it is counted like the others."""
    pattern = book.words.targets.closing if row["is_current"] else book.words.targets.closed
    return [pattern.format(date=formats.day(row["valid_to"]))] if row["valid_to"] is not None else []
