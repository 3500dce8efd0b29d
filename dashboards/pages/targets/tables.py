"""Tables on the page of a target: its periods, and each unit in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboards.blocks.table import Cell, Column, Origin, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import early, sentences
from dashboards.pages.targets.order import calling_order
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key

Known = Mapping[tuple[Any, ...], Row]
# More names than these make a row unreadable; the table of units has them all.
_NAMES_SHOWN = 5
# Parts of an origin: a report that lacks the figure, one that did not come.
_SILENT = ("missing", "awaited")


def origin(book: Book, row: Row, origins: Origins) -> Origin | None:
    """Where the result of a target in one period comes from; the table of its units has all the cells."""
    key = _key(row)
    page = book.target_pages.get(key[:2])
    units_of = book.rows_of("target_units", "plan_key", "target_no", "period_key").get(key, [])
    href = f"{page}#{_units_id(row)}" if page and has_begun(units_of) else None
    return origins.of("fct_target_progress", *key, "agency", row["agency_key"], href=href)


def _key(row: Row) -> tuple[str, str, str]:
    return row["plan_key"], row["target_no"], row["period_key"]


def has_begun(units: Sequence[Row]) -> bool:
    """Whether there is a table of units in a period: one still to come has none."""
    return any(row["state"] != "not_due" for row in units)


def _units_id(period: Row) -> str:
    return f"don-vi-{period['period_key']}"


def periods(book: Book, rows: Sequence[Row], units: Sequence[Row], known: Known, origins: Origins) -> Table:
    """One row per period, in the order of the year."""
    words, column = book.words.target_page, book.words.column
    columns = [
        Column(column.period, "name"),
        Column(column.actual, "number"),
        Column(column.target, "number"),
        Column(column.gap, "number"),
        Column(words.before, "number"),
        Column(words.reported, "number"),
        Column(column.state, "status"),
    ]
    by_period = grouped(units, "period_key")
    body = []
    for before, row in zip([None, *rows], rows, strict=False):
        lines = _without_figure(book, by_period[row["period_key"]] or _awaited(book, row))
        if before is not None:
            fallen = sentences.fewer_units(before, row, by_period[before["period_key"]], by_period[row["period_key"]])
            name = before["period_name"]
            said = words.fewer_units.format(period=formats.lower(name), n=formats.number(fallen))
            lines += [said] if fallen else []
        body.append(_period(book, row, lines, known, origins))
    return plain("cac-ky-bao-cao", words.results, columns, body)


def _period(book: Book, row: Row, reported: Sequence[str], known: Known, origins: Origins) -> Sequence[Cell]:
    found = origin(book, row, origins)
    return [
        Cell(row["period_name"]),
        target_cells.actual(book, row, found, has_bar=True),
        target_cells.asked(book, row, origins.of("fct_target", row["plan_key"], row["target_no"])),
        cells.gap(book, row, found),
        year_before(book, row, known, origins),
        target_cells.reported(book, row, reported),
        target_cells.state(book, row, found),
    ]


def _awaited(book: Book, row: Row) -> list[Row]:
    """Who owes a figure that is the whole agency's, so that no unit has one of its own."""
    row_id = "/".join(("fct_target_progress", *_key(row), "agency", row["agency_key"]))
    lines = book.rows_of("origins", "row_id").get(row_id, [])
    names = {line["unit_name"] for line in lines if line["role"] in _SILENT and line["unit_name"]}
    return [{"unit_name": name, "state": "not_reported"} for name in names] if row["status"] == "not_reported" else []


def _without_figure(book: Book, units: Sequence[Row]) -> list[str]:
    """Who has not reported, and whose report is held back, by name."""
    words = book.words.target_page
    patterns = {"not_reported": words.missing, "quarantined": words.held_back}
    said = []
    for state, pattern in patterns.items():
        names = sorted((row["unit_name"] for row in units if row["state"] == state), key=collation_key)
        shown = "; ".join(names[:_NAMES_SHOWN])
        if len(names) > _NAMES_SHOWN:
            shown = words.missing_more.format(names=shown, n=formats.number(len(names) - _NAMES_SHOWN))
        said += [pattern.format(names=shown)] if names else []
    return said


def year_before(book: Book, row: Row, known: Known, origins: Origins) -> Cell:
    """The figure of the year before, and whether it may be set beside this one."""
    value = row["previous_year_actual"]
    reason = sentences.not_compared(row, book.phrases)
    is_made_up = {"is_simulated": row["previous_year_is_simulated"], "agency_key": row["agency_key"]}
    return replace(
        cells.quantity(
            book, value, row["unit"], origin_before(book, row, known, origins) if value is not None else None
        ),
        lines=[reason] if reason else [],
        flags=cells.flags(book, is_made_up),
    )


def origin_before(book: Book, row: Row, known: Known, origins: Origins) -> Origin | None:
    """The row of the plan of that year which judged the same figure, where there was one."""
    key = (row["agency_key"], row["indicator_code"], row["previous_year_period_key"], row["previous_year_actual"])
    return origin(book, known[key], origins) if key in known else None


def results(book: Book) -> Known:
    """Periods of all targets that have a figure, by whose it is, what it measures, when, and how much."""
    targets = {(row["plan_key"], row["target_no"]): row for row in book.marts.rows("plan_targets")}
    found: dict[tuple[Any, ...], Row] = {}
    for period in book.marts.rows("plan_target_periods"):
        target = targets[period["plan_key"], period["target_no"]]
        if period["actual"] is not None and not target["is_repeat"]:
            key = (target["agency_key"], target["indicator_code"], period["period_key"], period["actual"])
            found.setdefault(key, {**target, **period})
    return found


def units(book: Book, target: Row, rows: Sequence[Row], names: Mapping[str, str], origins: Origins) -> Table:
    """One row per unit in one period, the unit that needs a call first; names: of the periods."""
    words, column = book.words.target_page, book.words.column
    period = rows[0]["period_name"]
    has_gap = any(row["gap"] is not None for row in rows)
    columns = [Column(column.unit, "name"), Column(column.state, "status"), Column(column.actual, "number")]
    columns += [Column(column.gap, "number")] if has_gap else []
    columns.append(Column(book.words.reports.received_on, "day"))
    body = []
    for row in (target_cells.judged(target, row) for row in sorted(rows, key=calling_order)):
        *told, received = _unit(book, row, names, origins)
        body.append([*told, *([cells.gap(book, row, told[2].origin)] if has_gap else []), received])
    found = plain(_units_id(rows[0]), words.by_unit_rows.format(period=period), columns, body)
    notes = [words.contribution] if any(row["status_reason"] == "agency_count" for row in rows) else []
    none = sum(row["state"] == "not_applicable" for row in rows)
    if none:
        counts = {"n": len(rows), "none": none, "whole": len(rows) - none}
        notes.append(words.not_applying.format(**{name: formats.number(count) for name, count in counts.items()}))
    return replace(found, note=" ".join(notes)) if notes else found


def _unit(book: Book, row: Row, names: Mapping[str, str], origins: Origins) -> Sequence[Cell]:
    words, read = book.words.target_page, row["read_period_key"] or row["period_key"]
    found = origins.of(row["row_id"]) if row["row_id"] else None
    notes = {
        words.carried.format(period=names.get(read, read)): row["is_carried"],
        words.corrected: row["is_corrected"],
    }
    is_again = (row["version_no"] or 0) > 1
    versions = [book.words.origin.version.format(n=row["version_no"])] if is_again else []
    actual = target_cells.actual(book, row, found, [note for note, applies in notes.items() if applies])
    return [
        cells.unit(book, row),
        _state(book, row, found),
        # The name beside it says that the row is simulated.
        early.beside(book, replace(actual, flags=()), row, origins),
        cells.day(formats.date_of(row["received_at"]), versions, found),
    ]


def _state(book: Book, row: Row, found: Origin | None) -> Cell:
    """The judgement of a unit; where it only adds to a count of its agency, whether it spoke."""
    if row["status"] is not None:
        return target_cells.state(book, {**row, "period_end": None}, found)
    return cells.state(book, "figure_state", row["state"], origin=found if row["actual"] is None else None)
