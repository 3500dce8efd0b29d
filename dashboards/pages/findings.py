"""Findings as tables: two places that say different things side by side, and everything else with its remedy."""

from collections.abc import Sequence

from dashboards.blocks.table import Cell, Column, Group, Line, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats

# A page of thousands of rows opens on no phone.
SHOWN_PER_KIND = 50


def is_contradiction(row: Row) -> bool:
    """Two places are named that do not agree."""
    return row["place_a"] is not None and row["place_b"] is not None


def contradictions(book: Book, rows: Sequence[Row], origins: Origins, *, is_to_mend: bool = True) -> Table:
    """Both places and what each says; nothing is settled here. A remedy that is the same for all is said once; none
    where nobody has anything to mend any more."""
    words = book.words.finding
    remedies = sorted({row["remedy"] for row in rows}) if is_to_mend else []
    columns = [Column(words.about, "wide"), Column(words.one_place, "wide"), Column(words.other_place, "wide")]
    if len(remedies) > 1:
        columns.append(Column(book.words.column.remedy, "wide"))
    lines = [Line(_contradiction(book, row, origins)[: len(columns)]) for row in rows]
    note = f"{book.words.column.remedy}: {remedies[0]}" if len(remedies) == 1 else ""
    return Table("hai-noi", words.two_places, columns, [Group(lines)], note=note)


def _contradiction(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    origin = origins.of("fct_finding", row["finding_key"])
    one, other = (
        Cell(row[f"value_{side}"] or formats.DASH, lines=[row[f"place_{side}"]], origin=origin) for side in ("a", "b")
    )
    about = row["value"] or row["kind_name"] or row["kind"]
    return [Cell(about[:1].upper() + about[1:]), one, other, Cell(row["remedy"])]


def notes(
    book: Book,
    table_id: str,
    caption: str,
    rows: Sequence[Row],
    origins: Origins | None = None,
    *,
    is_to_mend: bool = True,
) -> Table:
    """What was found where, and how to mend it, where anybody has to; without origins the file stands beside the
    place."""
    column = book.words.column
    columns = [Column(column.kind, "name"), Column(column.message, "wide")]
    columns += [Column(column.remedy, "wide")] if is_to_mend else []
    columns += [Column(column.place, "place")]
    return plain(table_id, caption, columns, [_note(book, row, origins, is_to_mend=is_to_mend) for row in rows])


def _note(book: Book, row: Row, origins: Origins | None, *, is_to_mend: bool) -> Sequence[Cell]:
    name, place = row["kind_name"] or row["kind"], row["source_place"]
    if origins is None:
        where = Cell(place, lines=[row["source_path"].rpartition("/")[2]])
    else:
        where = cells.place(place, origins.of("fct_finding", row["finding_key"]))
    return [
        Cell(name, mark=book.phrases.mark("severity", row["severity"])),
        Cell(row["message"]),
        *([Cell(row["remedy"])] if is_to_mend else []),
        where,
    ]
