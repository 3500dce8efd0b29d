"""What a unit sent, as tables: results by period, reports, and what of it is to be mended."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboards.blocks.table import Cell, Column, Table, plain
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.addresses import BESIDE
from dashboards.pages.book import Book
from dashboards.pages.findings import SHOWN_PER_KIND
from dashboards.pages.reports import listing as report_list
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key

# Figures a page can carry with their origins; all others stand in the files beside it.
_FIGURES_SHOWN, _PERIODS_SHOWN = 30, 2


def results(book: Book, title: str, rows: Sequence[Row], origins: Origins) -> Table:
    """Indicators of the unit in its latest periods, the newest first."""
    keys = shown_periods(rows)
    names = {row["period_key"]: row["period_name"] for row in rows}
    by_indicator = grouped((row for row in rows if row["period_key"] in keys), "indicator_code")
    parts = sorted(by_indicator.values(), key=lambda part: collation_key(_indicator(part[0])))
    columns = [Column(book.words.column.indicator, "name"), *(Column(names[key], "number") for key in keys)]
    lines = [
        [_named(book, part), *_by_period(book, {row["period_key"]: row for row in part}, keys, origins)]
        for part in parts
    ]
    return plain("ket-qua-bang", title, columns, lines)


def shown_periods(rows: Sequence[Row]) -> Sequence[str]:
    """The latest periods that have begun: two, or one where a unit has many indicators."""
    count = _PERIODS_SHOWN if len({row["indicator_code"] for row in rows}) * _PERIODS_SHOWN <= _FIGURES_SHOWN else 1
    return begun_periods(rows)[:count]


def begun_periods(rows: Sequence[Row]) -> Sequence[str]:
    """Periods of which anything has fallen due or come, the latest first."""
    begun = [row for row in sorted(rows, key=_newest) if row["state"] != "not_due"]
    return list(dict.fromkeys(row["period_key"] for row in begun))


def _by_period(book: Book, rows: Mapping[str, Row], keys: Sequence[str], origins: Origins) -> Sequence[Cell]:
    """A figure with what it was computed from, or the state in its place."""
    found = []
    for key in keys:
        row = rows.get(key)
        if row is None:
            found.append(Cell(book.words.unit_page.not_asked))
            continue
        origin = origins.of("fct_indicator_result", row["unit_key"], row["indicator_code"], key)
        mark = None if row["state"] == "reported" else book.phrases.mark("figure_state", row["state"])
        if row["value"] is None:
            found.append(Cell(mark=mark, origin=origin))
        else:
            found.append(replace(cells.actual(book, row, "value", origin=origin), mark=mark))
    return found


def all_results(book: Book, title: str, rows: Sequence[Row]) -> Table:
    """Every figure of every period: what only the files beside the page hold."""
    words = book.words.column
    columns = [
        Column(words.indicator, "name"),
        Column(words.period),
        Column(words.value, "number"),
        Column(words.state),
    ]
    lines = [
        [
            _named(book, [row]),
            Cell(row["period_name"]),
            cells.actual(book, row, "value") if row["value"] is not None else Cell(),
            cells.state(book, "figure_state", row["state"]),
        ]
        for row in sorted(rows, key=lambda row: (collation_key(_indicator(row)), *_newest(row)))
    ]
    return plain("moi-ket-qua", title, columns, lines)


def _named(book: Book, rows: Sequence[Row]) -> Cell:
    """An indicator, and whether any of its figures in the row is simulated."""
    made_up = next((row for row in rows if row["is_simulated"]), rows[0])
    return Cell(_indicator(rows[0]), flags=cells.flags(book, made_up))


def _indicator(row: Row) -> str:
    return row["indicator_name"] or row["indicator_code"]


def _newest(row: Row) -> tuple[int, str]:
    return -row["window_to"].toordinal() if row["window_to"] else 0, row["period_key"]


def reports(book: Book, title: str, rows: Sequence[Row], origins: Origins) -> Table:
    """Every report the unit owes or sent, the latest first."""
    words = book.words
    columns = [
        Column(words.column.period, "name"),
        Column(words.column.due, "day"),
        Column(words.column.state, "status"),
    ]
    columns += [Column(words.column.sent, "day"), Column(words.reports.received_on, "day")]
    columns += [Column(words.reports.version), Column(words.reports.to_mend)]
    return plain("bao-cao-bang", title, columns, [_report(book, row, origins) for row in rows])


def _report(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    """As on the board of reports, with the period in place of the unit."""
    report = report_list.report(book, row, origins)
    return [
        Cell(row["period_name"], flags=cells.flags(book, row)),
        report.due,
        report.state,
        report.sent,
        report.received,
        report.version,
        _mend(book, row, report.to_mend),
    ]


def _mend(book: Book, row: Row, to_mend: Cell) -> Cell:
    """What of the report waits for its clerk, leading to the file of feedback that says cell by cell what to do."""
    found = row["values_quarantined"] or row["findings_error"] or row["findings_warning"]
    is_asking = report_list.is_there(row) and found
    if not is_asking:
        return to_mend
    file = f"feedback/{row['agency_key']}/{row['period_key']}/{row['unit_key'].rpartition('/')[2]}.xlsx"
    return replace(to_mend, href=f"{BESIDE}{file}", lines=[book.words.unit_page.feedback.format(file=file)])


def findings(book: Book, table_id: str, title: str, rows: Sequence[Row], origins: Origins) -> Table:
    """What was found in the unit's files and how to mend it."""
    words = book.words.column
    columns = [Column(words.message, "name"), Column(words.remedy, "wide"), Column(words.severity, "status")]
    return plain(table_id, title, columns, [_finding(book, row, origins) for row in rows[:SHOWN_PER_KIND]])


def _finding(book: Book, row: Row, origins: Origins) -> Sequence[Cell]:
    place = ", ".join(part for part in (row["source_place"], row["source_path"]) if part)
    origin = origins.of("fct_finding", row["finding_key"])
    state = cells.state(book, "severity", row["severity"], origin=origin)
    return [Cell(row["message"], lines=[place] if place else []), Cell(row["remedy"] or formats.DASH), state]
