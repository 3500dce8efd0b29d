"""What people corrected in a plan: beside the row they spoke of, and as a table of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats


def read_otherwise(rows: Sequence[Row]) -> Mapping[Any, list[Row]]:
    """Corrections that stand, by number of the row; None is the plan's own row."""
    return grouped((row for row in rows if row["action"] == "corrected" and row["state"] == "applied"), "row_no")


def reviewed(book: Book, row: Row, changes: Sequence[Row]) -> tuple[list[str], list[str]]:
    """(flags, lines) of a row: that a person spoke of it, who, when and why, and each value as it was read."""
    words = book.words.review
    flags = [words.unconfirmed] if row["is_unconfirmed"] else []
    if not row["is_corrected"]:
        return flags, []
    flags.append(words.mark.get(row["review_state"], row["review_state"]))
    said = book.phrases.reviewed(row["reviewed_by"], row["reviewed_on"], row["review_reason"])
    return flags, [
        said,
        *(words.as_read.format(field=row["field_title"], before=_before(book, row)) for row in changes),
    ]


def table(book: Book, rows: Sequence[Row], origins: Origins) -> Table:
    """One line for each line of a review workbook, in the order in which people spoke."""
    words, column = book.words.review, book.words.column
    lines = grouped(rows, "source_path", "source_place", "action", "reviewer", "reviewed_on")
    columns = [Column(column.code, "name"), Column(column.what, "wide"), Column(words.change, "wide")]
    columns += [Column(column.state), Column(words.who), Column(column.place, "place")]
    return plain("da-ra-soat", words.title, columns, [_line(book, said, origins) for said in lines.values()])


def _line(book: Book, rows: Sequence[Row], origins: Origins) -> Sequence[Cell]:
    """rows: the fields that one line changed."""
    words, first = book.words.review, rows[0]
    is_changed = first["action"] == "corrected"
    changes = [
        words.from_to.format(
            field=row["field_title"], before=_before(book, row), after=row["value_after"] or words.blank
        )
        for row in rows
        if is_changed and row["field_title"]
    ]
    origin = origins.of("fct_plan_correction", first["plan_key"], str(first["correction_no"]))
    return [
        Cell(
            book.words.review_kind.get(first["row_kind"], first["row_kind"]),
            lines=[first["row_no"]] if first["row_no"] else [],
        ),
        Cell(first["clause"] or formats.DASH),
        Cell(book.words.review_action.get(first["action"], first["action"]), lines=changes),
        Cell(book.words.review_outcome.get(first["state"], first["state"])),
        Cell(book.phrases.reviewed(first["reviewer"], first["reviewed_on"], first["reason"])),
        cells.place(first["source_place"], origin),
    ]


def _before(book: Book, row: Row) -> str:
    said: str = row["value_before"] or book.words.review.blank
    return said
