"""Cells that several pages make: figures, days, counts, states, links."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dashboards.blocks.table import Cell, Origin, Table
from dashboards.pages.book import Book
from dashboards.pages.tallies import tally
from dashboards.row import Row
from dashboards.theme import formats


def quantity(book: Book, value: Decimal | None, unit: str | None, origin: Origin | None = None) -> Cell:
    """A figure with its unit; a missing one is a dash, never a zero."""
    said = book.phrases.quantity(value, unit)
    return Cell(said, value, unit=book.phrases.unit(unit), origin=origin if value is not None else None)


def actual(
    book: Book, row: Row, value: str = "actual", lines: Sequence[str] = (), origin: Origin | None = None
) -> Cell:
    """A result with the counts it was computed from; flags and bars are for the page to add."""
    counts = (row["numerator"], row["denominator"])
    parts = [] if row[value] is None or None in counts else list(zip(_counted(book), counts, strict=True))
    return Cell(
        book.phrases.actual(row, value),
        row[value],
        lines,
        origin=origin if row[value] is not None else None,
        unit=book.phrases.unit(row["unit"]),
        parts=parts,
    )


def _counted(book: Book) -> tuple[str, str]:
    return book.words.export.numerator, book.words.export.denominator


def asked(book: Book, row: Row, origin: Origin | None = None) -> Cell:
    """The level in the words of the plan."""
    value = row["value" if "value" in row else "target_value"]
    return Cell(book.phrases.target(row), value, origin=origin, unit=book.phrases.unit(row["unit"]))


def gap(book: Book, row: Row, origin: Origin | None = None) -> Cell:
    """Distance to the level asked; of shares in percentage points; it leads where the result leads."""
    unit = book.words.common.point_percent if row["unit"] == "percent" else book.phrases.unit(row["unit"])
    return Cell(book.phrases.gap(row), row["gap"], unit=unit, origin=origin if row["gap"] is not None else None)


def rank(book: Book, row: Row, origin: Origin | None = None) -> Cell:
    """A rank of how many, starred where it was computed; in exports also how it came about."""
    if row["rank"] is None:
        return Cell(formats.DASH)
    words, is_computed = book.words.export, row["is_rank_computed"]
    basis = words.rank_computed if is_computed else words.rank_published
    parts = [(words.rank_of, row["rank_of"]), (words.rank_basis, basis)]
    said = book.phrases.rank(row, is_starred=True)
    return Cell(said, row["rank"], origin=origin, parts=parts, is_starred=is_computed)


def with_rank_note(book: Book, table: Table) -> Table:
    """The table with what the star of its scores and ranks means, where any stands in it."""
    is_starred = any(cell.is_starred for line in table.lines for cell in line.cells)
    return replace(table, note=book.words.index.rank_star_note) if is_starred else table


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


def flags(book: Book, row: Row, *, is_of_all: bool = False) -> Sequence[str]:
    """That a row is simulated; where its whole agency is, the banner of its pages says it, but none of those of all."""
    return book.labels.of_row(row, book.owner(row), is_of_all=is_of_all)
