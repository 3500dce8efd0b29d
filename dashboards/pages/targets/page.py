"""One page a target: how it stands, its periods, each unit, the tasks that serve it, what the plan says of it."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Chart, Fold, Section, Sheet, Text, Tile, Tiles
from dashboards.blocks.table import Cell
from dashboards.figures.target_line import over_periods
from dashboards.origins import Origins
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.results import judged
from dashboards.pages.targets import cells as target_cells
from dashboards.pages.targets import early, sentences
from dashboards.pages.targets import facts as target_facts
from dashboards.pages.targets import tables as target_tables
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.states import TARGET, UNKNOWN

# A chart of one period says no more than its row.
_FEWEST_PERIODS = 2
_TONES = {"good", "warn", "bad", "lack"}


def pages(book: Book) -> Iterator[Page]:
    """A page for each target of which a period was judged."""
    periods, units = (book.rows_of(name, "plan_key") for name in ("plan_target_periods", "target_units"))
    known = target_tables.results(book)
    for plan_key, targets in book.rows_of("plan_targets", "plan_key").items():
        periods_of, units_of = grouped(periods[plan_key], "target_no"), grouped(units[plan_key], "target_no")
        for target in targets:
            number = target["target_no"]
            path = book.target_pages.get((plan_key, number))
            if path:
                yield _page(book, path, target, periods_of[number], units_of[number], known)


def _page(
    book: Book,
    path: str,
    target: Row,
    periods: Sequence[Row],
    units: Sequence[Row],
    known: target_tables.Known,
) -> Page:
    words, origins = book.words.target_page, book.origins()
    agency_key = target["agency_key"]
    rows = [target_cells.judged(target, row) for row in periods]
    sections = [
        Section("dau-trang", "", _head(book, target, rows, units, known, origins)),
        Section("cac-ky", words.results, _results(book, target, rows, units, known, origins)),
        Section("don-vi", words.by_unit, _units(book, target, units, origins)),
        Section("nhiem-vu", words.tasks, target_facts.tasks(book, target, origins)),
        Section("ke-hoach", words.facts, target_facts.facts(book, target, origins)),
    ]
    before = [{"is_simulated": row.get("previous_year_is_simulated")} for row in (target, *periods)]
    return Page(
        path=path,
        agency_key=agency_key,
        title=target["indicator_name"] or target["statement"],
        code=f"{target['target_no']}, {book.plan_title(book.plan[target['plan_key']])}",
        crumbs=[
            (book.agency_names[agency_key], book.agency_pages[agency_key]),
            (book.words.targets.title, book.agency_path(agency_key, "targets")),
        ],
        banners=book.labels.of_plan(
            book.plan[target["plan_key"]], [target, *periods, *units, *before, *early.of_units(book, target)]
        ),
        origins=origins,
        sections=sections,
    )


def _head(
    book: Book, target: Row, rows: Sequence[Row], units: Sequence[Row], known: target_tables.Known, origins: Origins
) -> list[Block]:
    """The clause, the few figures, and what follows from them."""
    words = book.words.target_page
    plan_key, number = target["plan_key"], target["target_no"]
    clause = words.clause.format(
        plan=book.plan_title(book.plan[plan_key]), code=number, statement=target["statement"].rstrip(".;")
    )
    latest = next((row for row in rows if row["period_key"] == target["period_key"]), None)
    said = [sentences.conclusion(target, units, book.phrases), early.sentence(book, target)]
    said += [sentences.remaining(target, book.phrases)]
    said += [sentences.year_before(latest, book.phrases)] if latest else []
    return [
        Text(clause, "lead"),
        Tiles(_tiles(book, target, latest, known, origins)),
        Text(book.labels.under_chart(" ".join(part for part in said if part), [target])),
    ]


def _tiles(book: Book, target: Row, latest: Row | None, known: target_tables.Known, origins: Origins) -> list[Tile]:
    """Result, level, the year before, who reported."""
    column, words = book.words.column, book.words.target_page
    key = (target["plan_key"], target["target_no"])
    state = TARGET.get(target["status"] or "", UNKNOWN)
    mark = book.phrases.mark("target_status", target["status"])
    text = book.phrases.quantity(target["actual"], target["unit"])
    result = judged(book, *key, origins) if target["actual"] is not None else None
    asked = target_cells.asked(book, target, origins.of("fct_target", *key))
    tiles = [
        Tile(
            column.actual,
            Cell(text, target["actual"], origin=result, mark=mark, flags=cells.flags(book, target) if result else ()),
            target["period_name"] or "",
            state.tone if state.tone in _TONES else "",
        ),
        Tile(column.target, asked, target_cells.due(book, target)),
    ]
    if latest and latest["previous_year_actual"] is not None:
        before = target_tables.year_before(book, latest, known, origins)
        tiles.append(Tile(words.before, before, " · ".join(before.lines)))
    if target["units_concerned"] and target["status"] != "not_due":
        part, whole = formats.number(target["units_reported"] or 0), formats.number(target["units_concerned"])
        tiles.append(Tile(words.reported, Cell(f"{part}/{whole}"), " · ".join(book.phrases.reservations(target))))
    return tiles


def _results(
    book: Book, target: Row, rows: Sequence[Row], units: Sequence[Row], known: target_tables.Known, origins: Origins
) -> list[Block]:
    """The line of the periods and their table."""
    if not rows:
        return []
    table = target_tables.periods(book, rows, units, known, origins)
    chart: list[Block] = []
    if len(rows) >= _FEWEST_PERIODS and any(row["actual"] is not None for row in rows):
        words = book.words.target_page
        is_yearly = len({row["window_to"].year for row in rows}) == len(rows)
        note = words.chart_note_yearly if is_yearly else words.chart_note
        said = f"{sentences.over_periods(rows, book.phrases)} {note}"
        caption = book.labels.under_chart(said, [target])
        ids = [target_tables.origin(book, row, origins) for row in rows]
        before = [target_tables.origin_before(book, row, known, origins) for row in rows]
        figure = over_periods("qua-cac-ky", words.chart, caption, rows, book.phrases, ids, before)
        chart = [Chart(figure, table.table_id)]
    return [*chart, Sheet(table)]


def _units(book: Book, target: Row, units: Sequence[Row], origins: Origins) -> list[Block]:
    """Each unit in the latest period; earlier ones fold, periods still to come are left out."""
    words = book.words.target_page
    by_period = dict(grouped(units, "period_key"))
    names = {row["period_key"]: row["period_name"] for row in units}
    latest = by_period.pop(target["period_key"], [])
    begun = [rows for rows in by_period.values() if target_tables.has_begun(rows)]
    if not latest and not begun:
        return []
    shown: list[Block] = []
    if latest:
        table = target_tables.units(book, target, latest, names, origins)
        shown = [Text(words.by_unit_lead, "note"), Sheet(table)]
    for rows in reversed(begun):
        title = words.other_periods.format(period=rows[0]["period_name"], n=len(rows))
        shown.append(Fold(title, [Sheet(target_tables.units(book, target, rows, names, origins))], is_reference=True))
    return shown
