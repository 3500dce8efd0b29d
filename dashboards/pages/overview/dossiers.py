"""Dossiers of an agency unit by unit: what came, what was done in time, what is late now, and who gave no figures."""

from collections.abc import Sequence

from dashboards.blocks.layout import Section, Sheet
from dashboards.blocks.table import Cell, Column, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key


def section(book: Book, whole: Row | None, origins: Origins) -> Section:
    """A row for each unit that was to give figures for the period of the tile; none, no section."""
    words = book.words.overview
    if whole is None:
        return Section("ho-so", "", [])
    rows = _units(book, whole)
    title = words.dossiers_title.format(period=whole["period_name"], date=formats.day(whole["window_to"]))
    column = book.words.column
    columns = [Column(column.unit, "name"), Column(words.received, "number"), Column(words.judged, "number")]
    columns += [Column(words.in_time, "number"), Column(words.rate, "number"), Column(words.late_now, "number")]
    columns += [Column(column.state, "status")]
    table = plain("ho-so-don-vi", words.dossiers_table, columns, [_unit(book, row, origins) for row in _ordered(rows)])
    return Section("ho-so", title, [Sheet(table)] if rows else [])


def label(book: Book, rows: Sequence[Row]) -> str:
    """Overdue on which day: the last of the period, not that of the page; agencies of several days have none."""
    words, days = book.words.overview, {row["window_to"] for row in rows}
    said: str = words.tile_dossiers
    if len(days) == 1:
        said = words.tile_dossiers_until.format(date=formats.day(days.pop()))
    return said


def told(book: Book, whole: Row) -> str:
    """Of how many units that send such tables; the only one by name, for what others count reaches nobody here."""
    words, units = book.words.overview, _units(book, whole)
    if whole["units_reported"] == whole["units_awaited"] == len(units) == 1:
        return str(words.dossiers_told_one.format(unit=units[0]["unit_name"] or units[0]["scope_key"]))
    n, of = formats.number(whole["units_reported"]), formats.number(whole["units_awaited"])
    return str(words.dossiers_told.format(n=n, of=of))


def _units(book: Book, whole: Row) -> list[Row]:
    return [
        row
        for row in book.rows_of("dossiers", "agency_key")[whole["agency_key"]]
        if row["scope"] == "unit" and row["period_key"] == whole["period_key"]
    ]


def rate(book: Book, row: Row) -> str:
    """The share done in time with its counts; what is open and late is among what is judged, and is named."""
    words = book.words.overview
    pattern = words.rate_late if row["open_overdue"] else words.rate_counts
    return pattern.format(
        share=book.phrases.quantity(row["on_time_percent"], "percent"),
        in_time=formats.number(row["resolved_in_time"]),
        judged=formats.number(row["judged"]),
        late=formats.number(row["open_overdue"]),
    )


def _ordered(rows: Sequence[Row]) -> list[Row]:
    """Where most is late first; those without figures last."""
    return sorted(
        rows,
        key=lambda row: (
            row["open_overdue"] is None,
            -(row["open_overdue"] or 0),
            row["on_time_percent"] is None,
            row["on_time_percent"],
            collation_key(row["unit_name"] or row["scope_key"]),
        ),
    )


def _unit(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    """One unit; a figure of one line leads to it, one made of several stands alone."""
    key = (row["scope_key"], row["period_key"])
    first = origins.of("fct_dossier", *key, "1") if not origins.has_row("fct_dossier", *key, "2") else None
    return [
        cells.unit(book, {**row, "unit_key": row["scope_key"]}),
        cells.quantity(book, row["received"], None, first),
        cells.quantity(book, row["judged"], None, first),
        cells.quantity(book, row["resolved_in_time"], None, first),
        cells.quantity(book, row["on_time_percent"], "percent", first),
        cells.quantity(book, row["open_overdue"], None, first),
        cells.state(book, "figure_state", row["state"]),
    ]
