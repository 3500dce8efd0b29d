"""Cells that several pages make: figures, days, counts, states, links."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from dashboards.blocks.table import Cell, Origin
from dashboards.pages.book import Book
from dashboards.pages.tallies import tally
from dashboards.row import Row
from dashboards.theme import formats


def quantity(book: Book, value: Decimal | None, unit: str | None, origin: Origin | None = None) -> Cell:
    """A figure with its unit; a missing one is a dash, never a zero."""
    return Cell(book.phrases.quantity(value, unit), value, origin=origin if value is not None else None)


def count(number: int | None, href: str | None = None) -> Cell:
    """How many."""
    return Cell(formats.number(number), number, href=href)


def day(value: date | None, lines: Sequence[str] = (), origin: Origin | None = None) -> Cell:
    """A day, with what is said below it."""
    return Cell(formats.day(value), value, lines, origin=origin if value is not None else None)


def state(
    book: Book,
    family: str,
    code: str | None,
    reason: str | None = None,
    lines: Sequence[str] = (),
    origin: Origin | None = None,
) -> Cell:
    """A state in sign, word and tone, leading to the word it was given by."""
    return Cell(mark=book.phrases.mark(family, code, reason), lines=lines, origin=origin)


def states(book: Book, family: str, counts: Mapping[str, int]) -> Cell:
    """States with how many are in each; nobody in any is said in words."""
    found = tally(family, counts, book.phrases)
    return Cell(tally=found) if found else Cell(book.words.common.none)


def unit(book: Book, row: Row, lines: Sequence[str] = ()) -> Cell:
    """Name of a unit, leading to its page."""
    name = row["unit_name"] or row["unit_key"] or formats.DASH
    return Cell(name, lines=lines, href=book.unit_pages.get(row["unit_key"]), flags=flags(book, row))


def place(text: str | None, origin: Origin | None) -> Cell:
    """Where something is written, leading to the file and the words that stand there."""
    return Cell(text or formats.DASH, origin=origin)


def file(path: str, lines: Sequence[str] = ()) -> Cell:
    """A file by its name, below it the folder: a long path is not torn in the middle of a word."""
    folder, _, name = path.rpartition("/")
    return Cell(name, path, [*([f"{folder}/"] if folder else []), *lines])


def flags(book: Book, row: Row) -> Sequence[str]:
    """That a row is simulated; where its whole agency is, the banner of the page says it."""
    is_marked = row.get("is_simulated") and book.owner(row) not in book.simulated_agencies
    return [book.words.common.simulated] if is_marked else []
