"""The three indices of a province at a glance: the last score and the last rank that are known, each with its year.

An index speaks of the whole province; it is never the result of a department, and each table says so.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboards.blocks.table import Cell, Column, Table, Value, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.indices import tables
from dashboards.pages.indices.provinces import INDICES, TOTAL
from dashboards.pages.indices.sentences import missing_years, unpublished_years
from dashboards.pages.indices.subject import Subject, latest, subject
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key


def of_agency(book: Book, agency: Row, origins: Origins) -> Table:
    """A row for each index of the agency's province; none where the collection knows nothing of it."""
    words, found = book.words, [subject(book, agency, index, origins) for index in INDICES]
    columns = [Column(words.overview.index, "name"), *figure_columns(book)]
    rows = [_row(book, index, one) for index, one in zip(INDICES, found, strict=True)] if any(found) else []
    return _table(book, columns, rows)


def of_all(book: Book, origins: Origins) -> Table:
    """A row for each province of an agency."""
    words = book.words
    columns = [
        Column(words.column.province, "name"),
        *(Column(words.index.names[index], "number") for index in INDICES),
    ]
    by_province: dict[str, dict[str, Subject]] = {}
    for agency in book.agencies:
        for index in INDICES:
            one = subject(book, agency, index, origins)
            if one:
                by_province.setdefault(one.territory, {}).setdefault(index, one)
    rows = [
        [Cell(name), *(_in_one(book, by_province[name].get(index)) for index in INDICES)]
        for name in sorted(by_province, key=collation_key)
    ]
    return _table(book, columns, rows)


def _table(book: Book, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
    words = book.words.overview
    return cells.with_rank_note(book, plain("chi-so-tinh", words.indices, columns, rows, words.indices_none))


def figure_columns(book: Book) -> Sequence[Column]:
    """Heads of what figures() fills."""
    words = book.words
    return [Column(title, "number") for title in (words.index.total_cell, words.column.rank, words.column.change)]


def figures(one: Subject) -> tuple[Cell, Cell, Cell]:
    """The last score and the last rank, of which a source may tell one alone, and how the score changed."""
    words, rows = one.book.words, one.of(TOTAL)
    row, ranked = latest(rows), latest(rows, "rank")
    score, change = Cell(formats.DASH, lines=[words.index.no_score]), Cell(formats.DASH)
    if row:
        score, change = _in_year(one, row, tables.score(one, row)), tables.change(one, row)
    if ranked is None:
        return score, Cell(formats.DASH), change
    return score, _in_year(one, ranked, cells.rank(one.book, ranked, origin=one.origin(ranked))), change


def _in_year(one: Subject, row: Row, cell: Cell) -> Cell:
    words = one.book.words
    told = words.index.in_year.format(year=one.book.phrases.index_year(row))
    return replace(cell, lines=[told, *cell.lines], parts=[(words.column.year, row["year"]), *cell.parts])


def _row(book: Book, index: str, one: Subject | None) -> Sequence[Cell]:
    name = book.words.index.names[index]
    if one is None:
        return [Cell(name), Cell(formats.DASH, lines=[book.words.overview.index_none]), Cell(), Cell()]
    return [Cell(name, lines=missing_years(one, one.of(TOTAL)), href=one.path), *figures(one)]


def _in_one(book: Book, one: Subject | None) -> Cell:
    """Score and rank in one cell; of one year the year stands once."""
    if one is None:
        return Cell(formats.DASH, lines=[book.words.overview.index_none])
    score, rank, _ = figures(one)
    if rank.value is None:
        told = score.lines
    elif rank.lines == score.lines:
        told = [" · ".join([*score.lines, rank.text])]
    else:
        told = [*score.lines, " · ".join([*rank.lines, rank.text])]
    lines, parts = [*told, *unpublished_years(one, one.of(TOTAL))], [*score.parts, *_ranked(book, rank)]
    return replace(score, lines=lines, parts=parts, is_starred=score.is_starred or rank.is_starred)


def _ranked(book: Book, rank: Cell) -> Sequence[tuple[str, Value]]:
    """What an export holds of a rank beside a score."""
    word = book.words.column.rank
    return [] if rank.value is None else [(word, rank.value), *((f"{word}: {name}", said) for name, said in rank.parts)]
