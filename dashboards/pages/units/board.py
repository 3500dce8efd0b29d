"""The board of an agency's units: who needs attention first, with reports, tasks, targets and figures to mend."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Section, Sheet, Text
from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.origins import Origins
from dashboards.pages import cells, own_tasks
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.pages.tallies import finding_tally, tally
from dashboards.pages.units.standing import UnitStanding, unit_standings
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import collation_key
from dashboards.theme.formats import lower

_GROUPS = ("urge", "follow", "calm", "collective")
# More missing periods than these are counted.
_PERIODS_NAMED = 3
# Tones of states that ask the unit for nothing.
_CALM = frozenset({"good", "plain"})
_LACKS = ("missing", "late", "behind", "to_mend")


def pages(book: Book) -> Iterator[Page]:
    """A page for each agency."""
    by_agency, known = grouped(book.units, "agency_key"), unit_standings(book)
    for agency in book.agencies:
        key, origins = agency["agency_key"], book.origins()
        units = [known[unit["unit_key"]] for unit in by_agency[key] if unit["unit_key"] in known]
        yield Page(
            path=book.agency_path(key, "units"),
            agency_key=key,
            title=book.words.units.title,
            crumbs=[(agency["agency_name"], book.agency_pages[key])],
            banners=book.labels.of_agency(key, [unit.unit for unit in units]),
            origins=origins,
            sections=[
                Section("dau-trang", "", [Text(_lead(book, units), "lead")]),
                Section("bang", book.words.units.board, [Sheet(_board(book, units, origins))] if units else []),
            ],
        )


def _lead(book: Book, units: Sequence[UnitStanding]) -> str:
    """How many units are to be urged, and what for."""
    words, own = book.words.units, [unit for unit in units if unit.group != "collective"]
    if not units:
        return words.none
    lacking = {name: sum(bool(getattr(unit, name)) for unit in own) for name in _LACKS}
    parts = [words.lead_parts[name].format(n=formats.number(n)) for name, n in lacking.items() if n]
    if not parts:
        return words.lead_calm.format(whole=formats.number(len(own)))
    urged = sum(unit.group == "urge" for unit in own)
    told = {"n": formats.number(urged), "whole": formats.number(len(own))}
    return words.lead.format(parts=", ".join(parts), **told)


def _board(book: Book, units: Sequence[UnitStanding], origins: Origins) -> Table:
    words = book.words
    ordered = sorted(units, key=lambda unit: ([-part for part in unit.weight], collation_key(unit.unit["unit_name"])))
    groups = []
    for name in _GROUPS:
        members = [unit for unit in ordered if unit.group == name]
        lines = [_line(book, unit, origins) for unit in members]
        groups.append(Group(lines, words.units.groups[name].format(n=len(members))))
    kinds = {_kind(book, unit.unit) for unit in units}
    columns = [
        Column(words.column.unit, "name"),
        Column(words.units.latest, "status"),
        Column(words.units.missing),
        Column(words.units.tasks),
        Column(words.units.targets),
        Column(words.units.to_mend),
    ]
    filters = [
        (words.column.unit_kind, sorted(kinds, key=collation_key)),
        (words.units.lacks, [words.units.lack[name] for name in _LACKS]),
    ]
    apart = own_tasks.left_out(book, units[0].unit["agency_key"])
    note = f"{words.units.note} {apart}".rstrip()
    return Table("don-vi-bang", words.units.board, columns, groups, filters=filters, note=note)


def _line(book: Book, standing: UnitStanding, origins: Origins) -> Line:
    words, unit = book.words.units, standing.unit
    lacks = [words.lack[name] for name in _LACKS if getattr(standing, name)]
    found = [
        cells.unit(book, unit, [_kind(book, unit)]),
        _latest(book, standing, origins),
        _missing(book, standing),
        _counted(book, "task_status", standing.task_counts, words.led),
        _counted(book, "target_status", standing.target_counts, words.asked),
        Cell(tally=finding_tally(standing.to_mend, book.phrases)) if standing.to_mend else _nothing(book),
    ]
    return Line(found, facets=[[_kind(book, unit)], lacks])


def _missing(book: Book, standing: UnitStanding) -> Cell:
    """How many reports are past their day and not there, of which periods; which of them nobody could read, where the
    column of the newest does not say it."""
    if not standing.reports:
        return _nothing(book)
    words, rows = book.words, standing.missing
    named = words.common.group_count
    names = [
        named.format(name=row["period_name"], n=words.units.unreadable)
        if row["status"] == "unreadable" and row is not standing.latest
        else row["period_name"]
        for row in rows[:_PERIODS_NAMED]
    ]
    more = len(rows) - _PERIODS_NAMED
    rest = [words.units.missing_more.format(n=formats.number(more))] if more > 0 else []
    return Cell(formats.number(len(rows)), len(rows), lines=[*names, *rest])


def _counted(book: Book, family: str, counts: Counter[str], line: str) -> Cell:
    """Every state with its count, and of how many: the parts add up. What asks for nothing is a quiet line."""
    if not counts:
        return _nothing(book)
    every = tally(family, counts, book.phrases)
    calm = [f"{formats.number(count)} {lower(mark.text)}" for mark, count in every if mark.tone in _CALM]
    whole = line.format(n=formats.number(counts.total()))
    lines = [", ".join(calm), whole] if calm else [whole]
    return Cell(tally=[(mark, count) for mark, count in every if mark.tone not in _CALM], lines=lines)


def _nothing(book: Book) -> Cell:
    """A dash with its word: there is nothing of the kind, which is no zero."""
    return Cell(book.words.units.nothing)


def _latest(book: Book, standing: UnitStanding, origins: Origins) -> Cell:
    """The newest report that has fallen due, leading to the file."""
    row = standing.latest
    if row is None:
        awaits = any(report["status"] == "not_due" for report in standing.reports)
        return Cell(book.words.units.no_report if awaits else book.words.units.not_owed)
    origin = origins.of("fct_report_submission", row["unit_key"], row["period_key"])
    lines = [row["period_name"], *book.phrases.report_notes(row)]
    return cells.state(book, "report_status", row["status"], lines=lines, origin=origin)


def _kind(book: Book, unit: Row) -> str:
    """Word of the kind; groups are a kind of their own."""
    kinds = book.words.unit_kind
    word: str = book.words.units.kind_group if unit["is_collective"] else kinds.get(unit["unit_kind"], kinds.other)
    return word
