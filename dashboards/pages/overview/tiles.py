"""The four figures at the top of an overview, each with what it is of; what nobody is asked for is no zero."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from dashboards.blocks.layout import Tile, Tiles
from dashboards.blocks.table import Cell
from dashboards.pages import cells
from dashboards.pages.book import Book
from dashboards.pages.overview.dossiers import label, rate, told
from dashboards.pages.standing import AgencyStanding
from dashboards.row import Row
from dashboards.theme import formats

# Places on the page of all agencies.
_AGENCIES: Final = "index.html#cac-co-quan"
_WORST: Final = "index.html#nang-nhat"


def of_agency(book: Book, standing: AgencyStanding) -> Tiles:
    """Targets, reports, tasks, dossiers of an agency, each leading to the list of what it counts."""
    words, agency = book.words.overview, standing.agency
    key, period = agency["agency_key"], standing.period
    page = book.agency_pages[key]
    judged = {"of": formats.number(len(standing.judged)), "year": standing.year}
    target_line = words.tile_judged.format(**judged) if standing.judged else _unjudged(book, agency)
    reports = words.reports_unasked if not standing.is_reporting else words.no_report_yet
    if period is not None:
        counts = {"of": formats.number(period["expected"]), "period": period["period_name"]}
        before = len(standing.silent) - standing.silent_now
        pattern = words.tile_expected_before if before > 0 else words.tile_expected
        reports = pattern.format(**counts, before=formats.number(before))
    overdue = agency["tasks_past_due_open"] if agency["tasks"] else None
    tiles = [
        _tile(
            words.tile_targets,
            len(standing.in_danger) if standing.judged else None,
            target_line,
            f"{page}#chi-tieu" if standing.in_danger else book.agency_path(key, "targets"),
            cells.flags(
                book, {"agency_key": key, "is_simulated": any(row.get("is_simulated") for row in standing.judged)}
            ),
        ),
        _tile(
            words.tile_silent,
            period["missing"] if period else None,
            reports,
            f"{page}#chua-bao-cao" if standing.silent_now else book.agency_path(key, "reports"),
        ),
        _tile(
            words.tile_overdue_ended if standing.is_past else words.tile_overdue,
            overdue,
            _tasks_line(book, standing) if agency["tasks"] else words.no_tasks,
            f"{page}#nhiem-vu" if standing.overdue else book.agency_path(key, "tasks"),
        ),
        _dossiers(book, standing.dossiers),
    ]
    # What nobody can mend any more is told, and warns of nothing: all of a plan of years ago, else its targets.
    over = tiles if standing.is_past else tiles[:1] if standing.is_year_past else []
    return Tiles([replace(tile, tone="") if tile in over else tile for tile in tiles])


def of_all(book: Book, present: Sequence[AgencyStanding]) -> Tiles:
    """The same over all agencies whose plans are still asked for."""
    words = book.words.overview
    agencies = [standing.agency for standing in present]
    reporting = [standing for standing in present if standing.period]
    dossiers = [standing.dossiers for standing in present if standing.dossiers]
    known = [row["open_overdue"] for row in dossiers if row["open_overdue"] is not None]
    judged = sum(len(standing.judged_now) for standing in present)
    figured = sum(bool(standing.judged_now) for standing in present)
    counted_targets = {"of": formats.number(judged), "figured": formats.number(figured)}
    tasks = sum(row["tasks"] for row in agencies)
    owed = {
        "of": formats.number(sum(one.period["expected"] for one in reporting if one.period)),
        "agencies": formats.number(len(reporting)),
    }
    counted = {
        "of": formats.number(tasks),
        "unconfirmed": formats.number(sum(row["tasks_overdue_unconfirmed"] for row in agencies)),
    }
    return Tiles(
        [
            _tile(
                words.tile_targets,
                sum(len(standing.in_danger_now) for standing in present) if judged else None,
                words.tile_judged_all.format(**counted_targets) if judged else words.unjudged,
                _WORST if any(standing.in_danger_now for standing in present) else _AGENCIES,
            ),
            _tile(
                words.tile_silent,
                sum(standing.silent_now for standing in reporting) if reporting else None,
                words.tile_expected_all.format(**owed) if reporting else words.reports_unasked,
                _of_one(book, [one.agency for one in reporting if one.silent], "chua-bao-cao"),
            ),
            _tile(
                words.tile_overdue,
                sum(row["tasks_past_due_open"] for row in agencies) if tasks else None,
                words.tile_tasks.format(**counted) if tasks else words.no_tasks,
                _of_one(book, [one.agency for one in present if one.overdue], "nhiem-vu"),
            ),
            _tile(
                label(book, dossiers),
                sum(known, Decimal(0)) if known else None,
                _dossiers_of_all(book, [row for row in dossiers if row["open_overdue"] is not None]),
                _of_one(book, dossiers, "ho-so"),
            ),
        ]
    )


def _of_one(book: Book, rows: Sequence[Row], anchor: str) -> str:
    """Where one agency makes up a figure of all, its list; else the agencies side by side."""
    keys = {row["agency_key"] for row in rows}
    return f"{book.agency_pages[keys.pop()]}#{anchor}" if len(keys) == 1 else _AGENCIES


def _tile(
    label: str, number: Decimal | int | None, line: str, href: str | None = None, flags: Sequence[str] = ()
) -> Tile:
    """A count that should be nought; an unknown one is a dash and says why."""
    if number is None:
        return Tile(label, Cell(formats.DASH), line, "lack")
    cell = cells.count(int(number), href) if number == int(number) else Cell(formats.number(number), number, href=href)
    return Tile(label, replace(cell, flags=flags), line, "bad" if number else "good")


def _tasks_line(book: Book, standing: AgencyStanding) -> str:
    """Of how many tasks; where nobody ever reported on one, none of them is known to be late."""
    words, agency = book.words.overview, standing.agency
    pattern = words.tile_tasks if standing.are_tasks_told else words.tile_tasks_untold
    return pattern.format(
        of=formats.number(agency["tasks"]), unconfirmed=formats.number(agency["tasks_overdue_unconfirmed"])
    )


def _unjudged(book: Book, agency: Row) -> str:
    words = book.words.overview
    return words.unjudged if agency["targets"] else words.no_targets


def _dossiers_of_all(book: Book, rows: Sequence[Row]) -> str:
    """Of which period, of how many units; periods of two agencies need not be the same."""
    words = book.words.overview
    if not rows:
        return words.no_dossiers
    periods = list(dict.fromkeys(row["period_name"] for row in rows))
    counts = {name: formats.number(sum(row[name] for row in rows)) for name in ("units_reported", "units_awaited")}
    return words.tile_dossiers_all.format(period=", ".join(periods), agencies=formats.number(len(rows)), **counts)


def _dossiers(book: Book, row: Row | None) -> Tile:
    """Received, on time, then overdue: what is open and late belongs to what is judged."""
    words = book.words.overview
    if row is None:
        return _tile(words.tile_dossiers, None, words.no_dossiers)
    line = words.tile_dossiers_of.format(
        received=formats.number(row["received"]),
        on_time=rate(book, row),
        period=row["period_name"],
        told=told(book, row),
    )
    page = book.agency_pages[row["agency_key"]]
    return _tile(label(book, [row]), row["open_overdue"], line, f"{page}#ho-so", cells.flags(book, row))
