"""The three indices of a province at a glance: the last year that has a figure, and what was not published after it.

An index speaks of the whole province; it is never the result of a department, and each table says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.indices.provinces import INDICES
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key


def of_agency(book: Book, agency: Row, origins: Origins) -> Table:
    """A row for each index of the agency's province."""
    words = book.words
    columns = [Column(words.overview.index, "name"), Column(words.column.year, "number")]
    columns += [Column(words.index.total_cell, "number"), Column(words.column.rank, "number")]
    columns += [Column(words.column.change, "number")]
    found = _totals(book).get(agency["province_name"], {})
    rows = [_row(book, agency, code, found.get(code, ()), origins) for code in INDICES] if found else []
    return plain("chi-so-tinh", words.overview.indices, columns, rows, words.overview.indices_none)


def of_all(book: Book, origins: Origins) -> Table:
    """A row for each province of an agency."""
    words, totals = book.words, _totals(book)
    columns = [Column(words.column.province, "name"), *(Column(words.index.names[c], "number") for c in INDICES)]
    rows = [
        [Cell(name), *(_cell(book, totals[name].get(code, ()), origins) for code in INDICES)]
        for name in sorted(totals, key=collation_key)
    ]
    return plain("chi-so-tinh", words.overview.indices, columns, rows, words.overview.indices_none)


def _totals(book: Book) -> Mapping[str, Mapping[str, Sequence[Row]]]:
    """Province -> index -> its years."""
    found: dict[str, dict[str, list[Row]]] = {}
    for row in book.marts.rows("index_scores"):
        if row["component_code"] == "TOTAL" and row["is_agency_province"]:
            found.setdefault(row["territory"], {}).setdefault(row["index_code"], []).append(row)
    return found


def latest(rows: Sequence[Row]) -> tuple[Row | None, Sequence[int]]:
    """The last row with a value or a rank, and the years after it that were not published."""
    known = [row for row in rows if row["value"] is not None or row["rank"] is not None]
    last = max(known, key=lambda row: row["year"], default=None)
    silent = (row["year"] for row in rows if row["state"] == "not_published")
    return last, sorted(year for year in silent if last is None or year > last["year"])


def _gaps(book: Book, years: Sequence[int]) -> Sequence[str]:
    return [book.words.overview.index_later_gap.format(year=year) for year in years]


def _row(book: Book, agency: Row, code: str, rows: Sequence[Row], origins: Origins) -> Sequence[Cell]:
    last, gaps = latest(rows)
    words = book.words
    page = book.agency_path(agency["agency_key"], code)
    name = Cell(words.index.names[code], lines=_gaps(book, gaps), href=page)
    if last is None:
        return [name, Cell(formats.DASH), Cell("" if gaps else words.overview.index_none), Cell(), Cell()]
    origin = origins.of("fct_index_score", last["index_score_key"], href=page)
    change = last["change_from_previous"]
    return [
        name,
        Cell(str(last["year"]), last["year"]),
        _value(book, last, origins),
        cells.rank(book, last, origin=origin),
        Cell(words.overview.not_comparable if change is None else formats.signed(change), change),
    ]


def _value(book: Book, row: Row, origins: Origins) -> Cell:
    if row["value"] is None:
        return Cell(book.words.index.no_score)
    origin = origins.of("fct_index_score", row["index_score_key"])
    return cells.quantity(book, row["value"], row["unit"], origin)


def _cell(book: Book, rows: Sequence[Row], origins: Origins) -> Cell:
    last, gaps = latest(rows)
    words = book.words
    if last is None:
        return Cell(formats.DASH, lines=_gaps(book, gaps) or [words.overview.index_none])
    said = [words.overview.index_year.format(year=last["year"]), book.phrases.rank(last)]
    value = _value(book, last, origins)
    ranked = [(words.column.rank, last["rank"]), *cells.rank(book, last).parts] if last["rank"] else []
    parts = [(words.column.year, last["year"]), *ranked]
    lines = [" · ".join(part for part in said if part), *_gaps(book, gaps)]
    return replace(value, lines=lines, parts=parts)
